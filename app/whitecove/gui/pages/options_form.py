"""All options of a preset as a form that makes itself from their declarations. What is not as usual is marked, and goes
back with one click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whitecove.core.options import Options, names, with_values
from whitecove.gui.pages.furniture import CalmWheel, Card, Row
from whitecove.gui.pages.option_fields import ChoiceField, Field, TextField, field_for
from whitecove.gui.pages.option_words import CONTEXT, groups, help_of, label_of
from whitecove.gui.theme.widgets import refresh, tool_button


class OptionRow(Row):
    """An option, its control, and the way back to its default, which is seen where there is one to go."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(label_of(name), help_of(name), [field])
        self.option, self.field = name, field
        self.back = tool_button("undo", self.tr("As usual"))
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        self.add(self.back)
        if isinstance(field, TextField):
            field.refused.connect(self._refused)

    def show_value(self, value: object) -> None:
        """Shows it, and whether it is as usual."""
        self.field.show_value(value)
        usual = getattr(Options(), self.option)
        self.back.setVisible(value != usual)
        said = self.tr("As usual: {value}").format(value=self.field.words(usual))
        self.back.setToolTip(said)
        self.back.setAccessibleName(f"{label_of(self.option)}: {said}")
        self.name.setProperty("kind", "strong" if value != usual else "")
        refresh(self.name)

    def _refused(self, problem: str) -> None:
        self.say(problem[:1].upper() + problem[1:] if problem else help_of(self.option))
        self.about.setProperty("tone", "failed" if problem else "")
        refresh(self.about)


class OptionsForm(QWidget):
    """``changed`` carries all options after a person changed one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel = CalmWheel(self)
        self.options = Options()
        self.rows: dict[str, OptionRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in groups():
            card = Card(QCoreApplication.translate(CONTEXT, group.name))
            for name in group.options:
                card.add(self._row(name))
            column.addWidget(card)
        self.show_options(self.options)

    def show_options(self, options: Options) -> None:
        """Shows these."""
        self.options = options
        for name, row in self.rows.items():
            row.show_value(getattr(options, name))

    def offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """What may be chosen where only others know it: marketplaces, models. Values, and what they are called."""
        row = self.rows[name]
        if isinstance(row.field, ChoiceField):
            row.field.offer(choices)
            row.show_value(getattr(self.options, name))

    def set(self, name: str, value: object) -> None:
        """As if a person had set it."""
        after = with_values(self.options, {name: value})
        if after != self.options:
            self.options = after
            self.rows[name].show_value(value)
            self.changed.emit(after)

    def reset(self) -> None:
        """Everything as usual."""
        if self.options != Options():
            self.show_options(Options())
            self.changed.emit(self.options)

    def different(self) -> list[str]:
        """The names of the options that are not as usual."""
        return [name for name in names() if getattr(self.options, name) != getattr(Options(), name)]

    def _row(self, name: str) -> OptionRow:
        field = field_for(name, self._wheel)
        row = OptionRow(name, field)
        field.changed.connect(partial(self.set, name))
        row.back.clicked.connect(partial(self._back, name))
        self.rows[name] = row
        return row

    def _back(self, name: str, _checked: bool = False) -> None:
        self.set(name, getattr(Options(), name))
