"""The style of all controls: Fusion's behaviour and geometry, painted our way.

A style sheet cannot show a focus ring to the keyboard alone, cannot tick a box without a picture file in the right
colour, and turns off whatever of Fusion it touches. So the controls are painted here, from the colours of the moment,
and the style sheet (``sheet.py``) is left with the grounds of bars and panels.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QSlider,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from whitecove.gui.theme import buttons, fields, gauges, rows
from whitecove.gui.theme.icons import draw, icon
from whitecove.gui.theme.paint import State, box, has, line, ring
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Complex = QStyle.ComplexControl
Contents = QStyle.ContentsType
Metric = QStyle.PixelMetric
Hint = QStyle.StyleHint
Standard = QStyle.StandardPixmap

# They paint the ring with their ground; in the list of a choice the row itself says where one is.
_OWN_RING = (QPushButton, QToolButton, QComboBox, QSlider, QTabBar)
_COMBO_POPUP = "QComboBoxPrivateContainer"

Painting = Callable[[QStyleOption, QPainter, QWidget | None], None]


def _nothing(_option: QStyleOption, _painter: QPainter, _widget: QWidget | None) -> None:
    """Where Fusion would draw and we do not."""


def _frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if widget is not None and widget.inherits(_COMBO_POPUP):
        _popup(option, painter, widget)
        return
    typed = isinstance(widget, QPlainTextEdit | QTextEdit)
    ink = colours().outline if typed and has(option, State.State_Enabled) else colours().border
    box(painter, option.rect, None, ink, radius=METRICS.radius_small)
    if typed and has(option, State.State_HasFocus):
        ring(painter, option.rect, radius=METRICS.radius_small)


def _popup(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    box(painter, option.rect, colours().raised, colours().border, radius=0)


def _focus(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """The ring of what does not paint its own: check boxes, radio buttons, rows, labels with links."""
    holder = widget.parentWidget() if widget is not None else None
    in_popup = holder is not None and holder.inherits(_COMBO_POPUP)
    if has(option, State.State_KeyboardFocusChange) and not isinstance(widget, _OWN_RING) and not in_popup:
        room = (-2, -3, 4, 3) if isinstance(widget, QCheckBox | QRadioButton) else (0, 0, 0, 0)
        ring(painter, option.rect.adjusted(*room), radius=METRICS.radius_small)


def _arrow(name: str) -> Painting:
    def painted(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        if buttons.arrow_room(widget):
            return  # Fusion puts a speck into the corner; ours comes with the button
        now = colours()
        draw(painter, name, now.muted if has(option, State.State_Enabled) else now.disabled, option.rect)

    return painted


def _tab_base(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    area = option.rect
    line(painter, QRect(area.x(), area.bottom(), area.width(), 1), colours().border)


PRIMITIVES: dict[QStyle.PrimitiveElement, Painting] = {
    Primitive.PE_PanelButtonCommand: buttons.push_panel,
    Primitive.PE_PanelButtonTool: buttons.tool_panel,
    Primitive.PE_PanelLineEdit: fields.field_panel,
    Primitive.PE_IndicatorCheckBox: fields.tick,
    Primitive.PE_IndicatorItemViewItemCheck: fields.tick,
    Primitive.PE_IndicatorRadioButton: fields.dot,
    Primitive.PE_IndicatorBranch: rows.branch,
    Primitive.PE_IndicatorArrowDown: _arrow("chevron-down"),
    Primitive.PE_IndicatorArrowUp: _arrow("chevron-up"),
    Primitive.PE_IndicatorArrowLeft: _arrow("chevron-left"),
    Primitive.PE_IndicatorArrowRight: _arrow("chevron-right"),
    Primitive.PE_IndicatorHeaderArrow: _arrow("chevron-down"),
    Primitive.PE_PanelItemViewItem: rows.item_panel,
    Primitive.PE_PanelItemViewRow: _nothing,
    Primitive.PE_FrameFocusRect: _focus,
    Primitive.PE_FrameTabBarBase: _tab_base,
    Primitive.PE_FrameTabWidget: _nothing,
    Primitive.PE_FrameGroupBox: _nothing,
    Primitive.PE_FrameStatusBarItem: _nothing,
    Primitive.PE_PanelStatusBar: _nothing,
    Primitive.PE_Frame: _frame,
    Primitive.PE_FrameMenu: _popup,
    Primitive.PE_PanelMenu: _popup,
}

LENGTHS: dict[QStyle.PixelMetric, int] = {
    Metric.PM_ButtonShiftHorizontal: 0,
    Metric.PM_ButtonShiftVertical: 0,
    Metric.PM_ButtonIconSize: METRICS.icon,
    Metric.PM_CheckBoxLabelSpacing: METRICS.gap,
    Metric.PM_FocusFrameHMargin: METRICS.gap_small + 1,
    Metric.PM_ExclusiveIndicatorHeight: METRICS.tick,
    Metric.PM_ExclusiveIndicatorWidth: METRICS.tick,
    Metric.PM_IndicatorHeight: METRICS.tick,
    Metric.PM_IndicatorWidth: METRICS.tick,
    Metric.PM_LayoutBottomMargin: METRICS.margin,
    Metric.PM_LayoutHorizontalSpacing: METRICS.gap,
    Metric.PM_LayoutLeftMargin: METRICS.margin,
    Metric.PM_LayoutRightMargin: METRICS.margin,
    Metric.PM_LayoutTopMargin: METRICS.margin,
    Metric.PM_LayoutVerticalSpacing: METRICS.gap,
    Metric.PM_ListViewIconSize: METRICS.icon,
    Metric.PM_MenuButtonIndicator: METRICS.icon,  # of which Fusion takes 6 off for the arrow itself
    Metric.PM_MenuHMargin: 0,
    Metric.PM_MenuPanelWidth: 1,
    Metric.PM_MenuVMargin: METRICS.gap_small,
    Metric.PM_RadioButtonLabelSpacing: METRICS.gap,
    Metric.PM_SliderControlThickness: METRICS.tick,
    Metric.PM_SliderLength: METRICS.tick,
    Metric.PM_SliderThickness: METRICS.tick,
    Metric.PM_SmallIconSize: METRICS.icon_small,
    Metric.PM_SplitterWidth: METRICS.hairline,
    Metric.PM_TabBarTabHSpace: 2 * METRICS.gap + METRICS.gap,
    Metric.PM_TabBarTabVSpace: METRICS.gap,
    Metric.PM_ToolBarIconSize: METRICS.icon,
    Metric.PM_ToolBarItemSpacing: METRICS.gap_small,
}

_SIDES = frozenset({Metric.PM_LayoutLeftMargin, Metric.PM_LayoutRightMargin})
_PROGRESS_AREAS = frozenset({QStyle.SubElement.SE_ProgressBarGroove, QStyle.SubElement.SE_ProgressBarContents})
_PROGRESS_REST = frozenset({Control.CE_ProgressBarContents, Control.CE_ProgressBarLabel})
_PROGRESS = frozenset({Control.CE_ProgressBar, Control.CE_ProgressBarGroove, *_PROGRESS_REST})

HINTS: dict[QStyle.StyleHint, int] = {
    Hint.SH_ComboBox_Popup: 0,  # a list below the field, not one laid over it
    Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    Hint.SH_EtchDisabledText: 0,
    Hint.SH_ItemView_ShowDecorationSelected: 1,
    Hint.SH_ScrollBar_LeftClickAbsolutePosition: 0,
    Hint.SH_ToolTip_WakeUpDelay: 500,
    Hint.SH_UnderlineShortcut: 1,
}

STANDARD_ICONS: dict[QStyle.StandardPixmap, tuple[str, str]] = {
    Standard.SP_LineEditClearButton: ("close", "muted"),
    Standard.SP_MessageBoxInformation: ("info", "working"),
    Standard.SP_MessageBoxQuestion: ("help", "working"),
    Standard.SP_MessageBoxWarning: ("alert", "review"),
    Standard.SP_MessageBoxCritical: ("x-circle", "failed"),
    Standard.SP_TitleBarCloseButton: ("close", "muted"),
    Standard.SP_ToolBarHorizontalExtensionButton: ("more", "muted"),
}


class WhitecoveStyle(QProxyStyle):
    """Fusion, painted from the theme. Holds no colour: a change of theme needs a repaint only."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: Primitive, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        painting = PRIMITIVES.get(element)
        if painting is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            painting(option, painter, widget)

    def drawControl(
        self, element: Control, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == Control.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            super().drawControl(element, buttons.push_label(option, widget), painter, widget)
        elif element == Control.CE_ToolButtonLabel and isinstance(option, QStyleOptionToolButton):
            super().drawControl(element, buttons.tool_label(option, widget), painter, widget)
        elif element == Control.CE_TabBarTabShape and isinstance(option, QStyleOptionTab):
            rows.tab_shape(option, painter, widget)
        elif element == Control.CE_TabBarTabLabel and isinstance(option, QStyleOptionTab):
            super().drawControl(element, _tab_label(option), painter, widget)
        elif element == Control.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            rows.menu_row(option, painter, widget)
        elif element in _PROGRESS:
            if isinstance(option, QStyleOptionProgressBar) and element not in _PROGRESS_REST:
                gauges.progress(option, painter, widget)
        elif element == Control.CE_MenuEmptyArea:
            painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Base))
        elif element != Control.CE_ToolBar:  # the style sheet gives bars their ground
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: Complex, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if control == Complex.CC_ComboBox:
            fields.combo(self, option, painter, widget)  # type: ignore[arg-type]
        elif control == Complex.CC_SpinBox:
            fields.spin(self, option, painter, widget)  # type: ignore[arg-type]
        elif control == Complex.CC_Slider:
            gauges.slider(self, option, painter, widget)  # type: ignore[arg-type]
        else:
            super().drawComplexControl(control, option, painter, widget)
        if control == Complex.CC_ToolButton:
            buttons.tool_over(option, painter, widget)

    def sizeFromContents(
        self, contents: Contents, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        if contents == Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return QSize(*rows.menu_size(option, size.width()))
        found = super().sizeFromContents(contents, option, size, widget)  # type: ignore[arg-type]
        return _roomy(contents, found, size, widget)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        found = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        if element == QStyle.SubElement.SE_LineEditContents and not fields.is_part(widget):
            return found.adjusted(fields.INDENT, 0, -fields.INDENT, 0)
        if element in _PROGRESS_AREAS:
            return option.rect
        return found

    def subControlRect(
        self,
        control: Complex,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        found = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        if (control, part) in fields.TYPED:
            return found.adjusted(fields.INDENT, 0, 0, 0)
        return found

    def pixelMetric(self, metric: Metric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        if isinstance(widget, QGroupBox) and metric in _SIDES:
            return 0  # what is in a group stands flush with its name
        if metric == Metric.PM_DefaultFrameWidth and isinstance(widget, QPlainTextEdit | QTextEdit):
            return METRICS.ring
        length = LENGTHS.get(metric)
        return super().pixelMetric(metric, option, widget) if length is None else length

    def styleHint(
        self,
        hint: Hint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        answer = HINTS.get(hint)
        return super().styleHint(hint, option, widget, returned) if answer is None else answer

    def standardIcon(
        self, standard: Standard, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        ours = STANDARD_ICONS.get(standard)
        return super().standardIcon(standard, option, widget) if ours is None else icon(*ours)


def _tab_label(option: QStyleOptionTab) -> QStyleOptionTab:
    copy = QStyleOptionTab(option)
    palette = QPalette(copy.palette)
    palette.setColor(QPalette.ColorRole.WindowText, rows.tab_ink(option))
    copy.palette = palette
    copy.state &= ~State.State_HasFocus  # the ring is part of the tab's shape
    return copy


_FIELDS = frozenset({Contents.CT_SpinBox, Contents.CT_LineEdit})
_TICKS = frozenset({Contents.CT_CheckBox, Contents.CT_RadioButton})

# The least height of what is to be hit with a pointer.
HEIGHTS: dict[QStyle.ContentsType, int] = {
    Contents.CT_PushButton: METRICS.control,
    Contents.CT_ToolButton: METRICS.control,
    Contents.CT_LineEdit: METRICS.control,
    Contents.CT_SpinBox: METRICS.control,
    Contents.CT_ComboBox: METRICS.control,
    Contents.CT_TabBarTab: METRICS.control_large,
    Contents.CT_ItemViewItem: METRICS.row,
    Contents.CT_CheckBox: METRICS.tick_row,
    Contents.CT_RadioButton: METRICS.tick_row,
}


def _roomy(contents: Contents, found: QSize, inner: QSize, widget: QWidget | None) -> QSize:
    """The size of a control, not smaller than what a hurried pointer hits. ``inner`` is what it holds."""
    least = HEIGHTS.get(contents, 0)
    if least == METRICS.control and widget is not None and widget.property("large"):
        least = METRICS.control_large
    width = found.width()
    if contents == Contents.CT_PushButton:
        width = max(inner.width() + (2 * METRICS.gap_large if least > METRICS.control else 3 * METRICS.gap), least)
    elif contents == Contents.CT_ToolButton:
        width = max(width + buttons.arrow_room(widget), least)
    elif contents in _FIELDS:
        width += 2 * fields.INDENT
    elif contents in _TICKS:
        width += METRICS.gap_small  # for the focus ring
    return QSize(width, max(found.height(), least))
