"""The partners as a list: headings, names, counts that follow the query, check state and standing."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzexplorer.domain.records import Partner
from kzexplorer.domain.state import Choice
from kzexplorer.domain.text import fold, sort_key
from kzexplorer.domain.vocabulary import N_, STANDINGS
from kzexplorer.viewmodel.explorer import Explorer
from kzexplorer.viewmodel.labels import Labels
from kzexplorer.viewmodel.line import Line
from kzexplorer.viewmodel.roles import Role

Index = QModelIndex | QPersistentModelIndex

_SECTIONS = (
    ("country", N_("Countries")),
    ("multilateral", N_("Multilateral")),
    ("home", N_("Without a partner")),
)


ORDERS = {"activity": N_("by activity"), "name": N_("by name"), "latest": N_("latest first")}


class PartnerList(QAbstractListModel):
    """Rows are headings (str) and partners, inside a section in one of `ORDERS`: most records first, at first."""

    def __init__(self, explorer: Explorer, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._labels = labels
        self._rows: tuple[str | Partner, ...] = ()
        self._lines: list[Line] = []
        self._text = ""
        self._folded: dict[str, str] = {}
        self.order = "activity"
        self._arrange()
        explorer.state_changed.connect(self._refresh)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override: headings and partners."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override: headings can neither be selected nor checked."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override: see `Role`."""
        if not index.isValid():
            return None
        item, line = self._rows[index.row()], self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Role.LINE:
                return line
            case Role.SLUG if isinstance(item, Partner):
                return item.slug
            case Qt.ItemDataRole.CheckStateRole if isinstance(item, Partner):
                return Qt.CheckState.Checked if line.wanted else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.name if line.heading else f"{line.name}, {line.number}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override: a check box filters; it never changes the focus."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        item = self._rows[index.row()]
        if isinstance(item, str):
            return False
        self._explorer.toggle("partner", item.slug)
        return True

    def exclude(self, index: Index) -> None:
        """Ask for records without a partner, or take that back."""
        slug = index.data(Role.SLUG)
        if slug:
            self._explorer.toggle("partner", slug, exclude=True)

    def narrow(self, text: str) -> None:
        """List only partners with a name, alias or code that contains a text in any script."""
        self._text = text
        self._rearrange()

    def sort_by(self, order: str) -> None:
        """List the partners of each section in one of `ORDERS`."""
        self.order = order
        self._rearrange()

    def choose(self, index: Index, choice: Choice) -> None:
        """Ask for another choice of partners."""
        self._explorer.ask(self._explorer.state.query.choose("partner", choice))

    def choice(self, index: Index) -> tuple[str, str, Choice]:
        """Give the partner of a row, its name, and the choice of partners there is."""
        slug = index.data(Role.SLUG)
        return slug, self._lines[index.row()].name, self._explorer.state.query.choices.of("partner")

    def row_of(self, slug: str) -> int:
        """Give the row of a partner, -1 when it is not listed."""
        return next((i for i, p in enumerate(self._rows) if isinstance(p, Partner) and p.slug == slug), -1)

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        wanted = fold(self._text).strip()
        rows: list[str | Partner] = []
        for kind, heading in _SECTIONS:
            partners = [p for p in self._explorer.store.partners if p.kind == kind and wanted in self._searched(p)]
            if partners:
                rows += [heading, *sorted(partners, key=self._key)]
        self._rows = tuple(rows)
        self._lines = [self._line(item) for item in rows]

    def _searched(self, partner: Partner) -> str:
        if partner.slug not in self._folded:
            self._folded[partner.slug] = "\n".join(map(fold, (*partner.names, *partner.aliases, partner.code)))
        return self._folded[partner.slug]

    def _line(self, item: str | Partner) -> Line:
        if isinstance(item, str):
            return Line(self._labels.say(item), heading=True)
        state, results, slug = self._explorer.state, self._explorer.results, item.slug
        choice = state.query.choices.of("partner")
        direct = results.direct.get(slug, 0)
        return Line(
            self._labels.text(item.names),
            count=direct,
            unsure=results.direct_doubtful.get(slug, 0),
            context=results.counts["partner"].get(slug, 0) - direct,
            wanted=slug in choice.any_of,
            unwanted=slug in choice.none_of,
            focused=state.look.focus == slug,
            code=item.code,
            standing=item.standing,
            years=item.by_year,
        )

    def describe(self, slug: str) -> str:
        """Say a partner's whole name, its standing with its note and its counts, as plain text."""
        partner = next(p for p in self._explorer.store.partners if p.slug == slug)
        say = self._labels.say
        lines = [self._labels.text(partner.names)]
        if partner.standing:
            lines.append(f"{say(STANDINGS.get(partner.standing, partner.standing))}: {partner.standing_note}")
        lines.append(say("{count} direct, {context} as context only", count=partner.direct, context=partner.context))
        if partner.by_year:
            lines.append(say("Latest record: {year}", year=max(partner.by_year)))
        return "\n".join(lines)

    def _key(self, partner: Partner) -> tuple[int, int, str]:
        name = sort_key(self._labels.text(partner.names))
        match self.order:
            case "name":
                return 0, 0, name
            case "latest":
                return -max(partner.by_year, default=0), -partner.direct, name
            case _:
                return -partner.direct, 0, name

    def _refresh(self, _: object) -> None:
        """Say which rows have changed, one by one, so that only those are painted."""
        before, self._lines = self._lines, [self._line(item) for item in self._rows]
        for row, (was, now) in enumerate(zip(before, self._lines, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row))
