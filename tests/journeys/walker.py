"""Somebody who cannot see the window: goes from widget to widget with Tab, and hears what assistive technology says."""

from station_window import Atspi, Box, Role, descendants, wait_until

# What a person can be told about; anything else that takes the focus would be a riddle.
SENSIBLE = {
    Role.CHECK_BOX, Role.COMBO_BOX, Role.ENTRY, Role.LINK, Role.LIST, Role.LIST_ITEM, Role.MENU_ITEM, Role.PAGE_TAB, Role.PANEL,
    Role.PASSWORD_TEXT, Role.PUSH_BUTTON, Role.RADIO_BUTTON, Role.SCROLL_PANE, Role.SPIN_BUTTON, Role.STATUS_BAR,
    Role.TABLE, Role.TABLE_ROW, Role.TEXT, Role.TOGGLE_BUTTON,
}
# What a finger or a mouse can do something with, and therefore keys as well.
WORKED_WITH = {
    Role.CHECK_BOX, Role.COMBO_BOX, Role.ENTRY, Role.LINK, Role.PASSWORD_TEXT, Role.PUSH_BUTTON, Role.RADIO_BUTTON,
    Role.SPIN_BUTTON, Role.TEXT, Role.TOGGLE_BUTTON,
}
# Of which only the whole, or only a part, gets the focus.
IN_PARTS = {Role.COMBO_BOX, Role.ENTRY, Role.SPIN_BUTTON, Role.TEXT}
# The title bar's, for which the desktop has keys of its own.
DESKTOP = {"Minimize", "Maximize", "Close"}
MOST = 80
# So far from the left something is itself and not yet its word or its picture.
EDGE = 3


def describe(accessible):
    return f"{accessible.get_role_name()} “{accessible.get_name()}”"


def is_named(accessible):
    """Whether it says once what it is called; what has no name is called by its class."""
    name = accessible.get_name()
    half = len(name) // 2
    return name and not name.startswith("Gtk") and name != f"{name[:half]} {name[:half]}"


def list_riddles(stops):
    """Those that say too little about themselves, or the same twice."""
    return [describe(stop) for stop in stops if not is_named(stop) or stop.get_role() not in SENSIBLE]


def list_ancestors(accessible):
    found = []
    while (accessible := accessible.get_parent()) is not None:
        found.append(accessible)
    return found


class Walker:
    """Walks in the station's window, as it is when the walk begins."""

    def __init__(self, window):
        self.window = window
        self.stops = [accessible for accessible in descendants(window.frame)
                      if accessible.get_state_set().contains(Atspi.StateType.FOCUSABLE)]
        self.place = 0

    def _is_under_the_hand(self, accessible):
        """Whether it can be pressed where it is: GTK has pages that are not shown in its tree as well."""
        box = Box(accessible)
        hit = self.window.frame.get_accessible_at_point(box.left + EDGE, box.top + box.height // 2,
                                                        Atspi.CoordType.WINDOW)
        return hit is not None and (hit == accessible or accessible in list_ancestors(hit))

    def _list_under_the_hand(self):
        return [found for found in descendants(self.window.frame)
                if found.get_role() in WORKED_WITH and found.get_name() not in DESKTOP and
                found.get_state_set().contains(Atspi.StateType.SENSITIVE) and self._is_under_the_hand(found)]

    def list_out_of_reach(self, visited):
        """What a hand could work with and the keyboard does not come to, neither to it nor to a part or whole of it."""
        wholes = [whole for stop in visited for whole in list_ancestors(stop)]
        return [describe(found) for found in self._list_under_the_hand()
                if found not in visited and found not in wholes and
                not any(whole in visited and whole.get_role() in IN_PARTS for whole in list_ancestors(found))]

    def _has_focus(self, stop):
        return stop.get_state_set().contains(Atspi.StateType.FOCUSED)

    def _find_focus(self, key):
        """Looked for from where it was last, in the direction in which the key goes."""
        turned = self.stops[self.place:] + self.stops[:self.place]
        stops = turned if key == "Tab" else turned[:1] + turned[:0:-1]
        found = next((stop for stop in stops if self._has_focus(stop)), None)
        if found is not None:
            self.place = self.stops.index(found)
        return found

    def _step(self, key):
        before = self._find_focus(key)
        self.window.press(key)
        return wait_until(lambda: (at := self._find_focus(key)) != before and at, f"{key} to go on")

    def go_round(self, key="Tab"):
        """Everything that the key comes to, until it is where it was first."""
        visited = [self._step(key)]
        while (at := self._step(key)) != visited[0]:
            assert at not in visited, f"{key} goes round without {describe(visited[0])}, from {describe(at)}"
            assert len(visited) < MOST, f"{key} never comes round"
            visited.append(at)
        return visited
