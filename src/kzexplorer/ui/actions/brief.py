"""A brief of two pages on the partner in focus, or on each: as PDF or as Markdown."""

from functools import partial
from pathlib import Path

from kzexplorer.atomic import write_whole
from kzexplorer.domain.records import PartnerDetail
from kzexplorer.domain.vocabulary import N_
from kzexplorer.ui.actions import Action, Desk, Menu
from kzexplorer.ui.actions.written import tell_written
from kzexplorer.ui.look.theme import platform_font
from kzexplorer.ui.report.run import BriefRun
from kzexplorer.viewmodel.report import partner_report
from kzexplorer.viewmodel.report_markdown import markdown


def _pdf(desk: Desk, slug: str) -> bytes:
    from kzexplorer.ui.report.pdf import partner_pdf  # late: it brings the timeline along

    return partner_pdf(slug, desk.labels, desk.theme.known["light"], platform_font())


def _markdown(desk: Desk, slug: str) -> bytes:
    return markdown(partner_report(slug, desk.labels)).encode()


_FORMS = {".pdf": _pdf, ".md": _markdown}


def _one(suffix: str, desk: Desk) -> None:
    detail = desk.explorer.detail
    if not isinstance(detail, PartnerDetail):
        return
    slug = detail.partner.slug
    data = _FORMS[suffix](desk, slug)
    path = desk.choose_path(desk.window, Path(f"{slug}{suffix}"), suffix)
    if path is not None:
        write_whole(path, data)
        tell_written(desk.labels.say("Wrote the brief to {path}.", path=path), path, desk)


def _each(desk: Desk) -> None:
    folder = desk.choose_folder(desk.window)
    if folder is None:
        return
    partners = [partner for partner in desk.explorer.store.partners if partner.kind != "home"]
    run = BriefRun(partners, folder, partial(_pdf, desk), desk.labels, desk.window)
    run.written.connect(partial(_tell, desk, folder))
    run.start()


def _tell(desk: Desk, folder: Path, written: int, complaints: list[str]) -> None:
    say = desk.labels.say
    sentence = say.plural("Wrote {count} brief to {path}.", "Wrote {count} briefs to {path}.", written, path=folder)
    tell_written("\n".join((sentence, *complaints)), folder / "briefs", desk)


def _has_partner(desk: Desk) -> bool:
    detail = desk.explorer.detail
    return isinstance(detail, PartnerDetail) and detail.partner.kind != "home"


def _has_partners(desk: Desk) -> bool:
    return len(desk.explorer.store.partners) > 1


PDF = Action(
    id="brief-pdf",
    text=N_("Brief on this partner as PDF…"),
    menu=Menu.FILE,
    order=4,
    run=partial(_one, ".pdf"),
    available=_has_partner,
)
MARKDOWN = Action(
    id="brief-markdown",
    text=N_("Brief on this partner as Markdown…"),
    menu=Menu.FILE,
    order=5,
    run=partial(_one, ".md"),
    available=_has_partner,
)
EACH = Action(
    id="briefs", text=N_("Briefs on all partners…"), menu=Menu.FILE, order=6, run=_each, available=_has_partners
)
