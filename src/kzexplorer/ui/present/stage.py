"""The stage: what an audience sees of a slide, and how one slide becomes the next."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QRectF, QSize, QSizeF, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kzexplorer.domain.talk import Shot
from kzexplorer.scene.scene import Timeline
from kzexplorer.scene.span import Span
from kzexplorer.scene.stock import Stock
from kzexplorer.scene.tween import tween
from kzexplorer.ui.look.fonts import Fonts
from kzexplorer.ui.look.tokens import Tokens
from kzexplorer.ui.present.board import BAR, Board
from kzexplorer.ui.present.evidence import EvidenceBoard, paint_blank
from kzexplorer.ui.present.look import StageLook
from kzexplorer.viewmodel.slides import Slides

MOVE_MS, FLIP_MS = 700, 250
_KEPT = 12  # timelines and boards


class StagePainter:
    """Paints shots of the slides at one size at a time; boards are made when they are asked for."""

    def __init__(self, slides: Slides, tokens: Tokens, base: QFont) -> None:
        self.slides = slides
        self._tokens, self._base = tokens, base
        self._fonts = Fonts(base)
        self._size = QSizeF(1, 1)
        self.look = StageLook(tokens, base, self._size)
        self._timeline = lru_cache(_KEPT)(self._make_timeline)
        self.board = lru_cache(_KEPT)(self._make_board)
        self._proof = lru_cache(_KEPT)(self._make_proof)

    def set_slides(self, slides: Slides) -> None:
        """Paint other slides."""
        if slides.pages != self.slides.pages:
            self.slides = slides
            self._timeline.cache_clear()
            self._set_look(self.look)

    def resize(self, size: QSizeF) -> None:
        """Paint at another size, in pixels."""
        if size != self.look.size:
            self._set_look(StageLook(self._tokens, self._base, size))

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in another theme of the stage."""
        self._tokens = tokens
        self._set_look(StageLook(tokens, self._base, self.look.size))

    def paint(self, painter: QPainter, shot: Shot) -> None:
        """Paint what a shot shows."""
        if shot.blank or not len(self.slides):
            paint_blank(painter, self.look)
            return
        self._ground(painter)
        proof = self._proof(shot.number) if shot.evidence else None
        if proof is not None:
            proof.paint(painter)
        else:
            board = self.board(shot.number)
            if board.scene is not None:
                board.paint_lanes(painter, board.scene, board.room.top())
                board.paint_axis(painter, board.scene, board.room.top())
                board.paint_heads(painter)
            board.paint_words(painter)
        self._progress(painter, self.slides.slide(shot.number).place)

    def paint_between(self, painter: QPainter, before: Shot, after: Shot, share: float) -> None:
        """Paint the moment in which one shot has become another by a share from 0 to 1."""
        if share >= 1 or before.blank or after.blank:
            self.paint(painter, after)
            return
        flips = before.evidence or after.evidence
        one, other = self.board(before.number), self.board(after.number)
        if flips or one.scene is None or other.scene is None:
            self.paint(painter, before)
            painter.setOpacity(share)
            self.paint(painter, after)
            painter.setOpacity(1.0)
            return
        self._ground(painter)
        self._move(painter, one, other, share)
        for board, strength in ((one, 1 - share), (other, share)):
            painter.setOpacity(strength)
            board.paint_heads(painter)
            board.paint_words(painter)
        painter.setOpacity(1.0)
        start, end = one.slide.place, other.slide.place
        self._progress(painter, start + (end - start) * share)

    def _move(self, painter: QPainter, one: Board, other: Board, share: float) -> None:
        """Paint the timeline on its way from one board to another."""
        if one.scene is None or other.scene is None:
            return
        a, b = one.span(), other.span()
        span = Span.of(a.first + (b.first - a.first) * share, a.last + (b.last - a.last) * share)
        view = replace(other.scene.viewport, first=span.first, last=span.last)
        axis = other.timeline.stock.calendar(view.font_px).axis(view, 0.8 * view.font_px)
        moment = tween(one.scene, other.scene, view, axis, share)
        top = one.room.top() + (other.room.top() - one.room.top()) * share
        other.paint_lanes(painter, moment.staying, top)
        for scene, strength in ((moment.leaving, 1 - share), (moment.coming, share)):
            painter.setOpacity(strength)
            other.paint_lanes(painter, scene, top)
        painter.setOpacity(1.0)
        other.paint_axis(painter, moment.staying, top)

    def _ground(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.look.size.width(), self.look.size.height()), self.look.ground)

    def _progress(self, painter: QPainter, share: float) -> None:
        size, height = self.look.size, BAR * self.look.unit
        place = QRectF(0, size.height() - height, size.width(), height)
        painter.fillRect(place, self.look.surface)
        place.setWidth(size.width() * share)
        painter.fillRect(place, self.look.accent)

    def _set_look(self, look: StageLook) -> None:
        self.look = look
        self.board.cache_clear()
        self._proof.cache_clear()

    def _make_timeline(self, number: int) -> Timeline:
        slide, labels = self.slides.slide(number), self.slides.labels
        store = labels.store
        stock = Stock(slide.rows, store.edition.data_day, self._fonts.measure, labels.say, store.eras)
        everything = range(len(slide.rows))
        return Timeline(stock, everything, slide.group, labels.lane, slide.collapsed, slide.pinned)

    def _make_board(self, number: int) -> Board:
        return Board(self.slides.slide(number), self._timeline(number), self.look)

    def _make_proof(self, number: int) -> EvidenceBoard | None:
        card = self.slides.slide(number).card
        if card is None or card.proof is None:
            return None
        return EvidenceBoard(card, card.proof, self.look, self.slides.labels.say)


class Stage(QWidget):
    """Shows a shot, and moves to the next one; `still` says that nothing is to move."""

    def __init__(self, slides: Slides, tokens: Tokens, parent: QWidget | None = None, *, still: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painter = StagePainter(slides, tokens, self.font())
        self._still = still
        self._shot = self._before = Shot()
        self._share = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._go_on)
        self._tell(self._shot)

    @property
    def shot(self) -> Shot:
        """What is shown, or moved to."""
        return self._shot

    @property
    def moves(self) -> bool:
        """Whether it is on its way to the shot."""
        return self._motion.state() is QAbstractAnimation.State.Running

    def show_shot(self, shot: Shot) -> None:
        """Show another shot."""
        if shot == self._shot:
            return
        self._motion.stop()
        self._before, self._shot = self._shot, shot
        self._share = 1.0
        self._tell(shot)
        if not self._still and self.isVisible() and not (shot.blank or self._before.blank):
            self._motion.setDuration(MOVE_MS if shot.number != self._before.number else FLIP_MS)
            self._share = 0.0
            self._motion.start()
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another theme of the stage."""
        self._painter.set_tokens(tokens)
        self.update()

    def sizeHint(self) -> QSize:
        """Override."""
        return QSize(1280, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override: set everything anew for the size."""
        self._painter.resize(QSizeF(self.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override."""
        with QPainter(self) as painter:
            self._painter.paint_between(painter, self._before, self._shot, self._share)

    def _go_on(self, share: float) -> None:
        self._share = share
        self.update()

    def _tell(self, shot: Shot) -> None:
        """Say what is shown to who cannot see it."""
        if shot.blank or shot.number >= len(self._painter.slides):
            self.setAccessibleName("")
            self.setAccessibleDescription("")
            return
        slide = self._painter.slides.slide(shot.number)
        card = slide.card
        self.setAccessibleName(slide.headline)
        told = (slide.subline, *((card.overline, card.title, card.text, card.foot) if card else ()))
        self.setAccessibleDescription(". ".join(filter(None, told)))
