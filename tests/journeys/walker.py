"""Somebody who cannot see the window: goes from widget to widget with Tab, and hears what assistive technology says."""

from station_window import Atspi, Role, descendants, wait_until

# What a person can be told about; anything else that takes the focus would be a riddle.
SENSIBLE = {
    Role.CHECK_BOX, Role.COMBO_BOX, Role.ENTRY, Role.LINK, Role.LIST, Role.LIST_ITEM, Role.MENU_ITEM, Role.PAGE_TAB, Role.PANEL,
    Role.PASSWORD_TEXT, Role.PUSH_BUTTON, Role.RADIO_BUTTON, Role.SCROLL_PANE, Role.SPIN_BUTTON, Role.STATUS_BAR,
    Role.TABLE, Role.TABLE_ROW, Role.TEXT, Role.TOGGLE_BUTTON,
}
MOST = 80


def describe(accessible):
    return f"{accessible.get_role_name()} “{accessible.get_name()}”"


def list_riddles(stops):
    """Those that say too little about themselves; what has no name is called by its class."""
    return [describe(stop) for stop in stops
            if not stop.get_name() or stop.get_name().startswith("Gtk") or stop.get_role() not in SENSIBLE]


class Walker:
    """Walks in the station's window, as it is when the walk begins."""

    def __init__(self, window):
        self.window = window
        self.stops = [accessible for accessible in descendants(window.frame)
                      if accessible.get_state_set().contains(Atspi.StateType.FOCUSABLE)]

    def find_focus(self):
        return next((stop for stop in self.stops if stop.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

    def _step(self, key):
        before = self.find_focus()
        self.window.press(key)
        return wait_until(lambda: (at := self.find_focus()) != before and at, f"{key} to go on")

    def go_round(self, key="Tab"):
        """Everything that the key comes to, until it is where it was first."""
        visited = [self._step(key)]
        while (at := self._step(key)) != visited[0]:
            assert at not in visited, f"{key} goes round without {describe(visited[0])}, from {describe(at)}"
            assert len(visited) < MOST, f"{key} never comes round"
            visited.append(at)
        return visited
