"""Somebody who cannot see the window: goes from widget to widget with Tab, and hears what assistive technology says."""

from station_window import Atspi, Role, wait_until, descendants

State = Atspi.StateType
# What a person can be told about; anything else that takes the focus would be a riddle.
SENSIBLE = {
    Role.CHECK_BOX, Role.COMBO_BOX, Role.ENTRY, Role.LINK, Role.LIST, Role.LIST_ITEM, Role.MENU_ITEM,
    Role.PASSWORD_TEXT, Role.PUSH_BUTTON, Role.RADIO_BUTTON, Role.SPIN_BUTTON, Role.TABLE,
    Role.TABLE_ROW, Role.TEXT, Role.TOGGLE_BUTTON, Role.TREE_ITEM,
}
# Arrows go from one to the next of these; Tab only comes to the first.
ROVING = {Role.LIST_ITEM, Role.TABLE_ROW, Role.RADIO_BUTTON}
MOST = 80


def describe(accessible):
    return f"{accessible.get_role_name()} “{accessible.get_name()}”"


class Walker:
    """Walks in the station's window."""

    def __init__(self, window):
        self.window = window

    def list_focusable(self):
        """What is on the screen and takes the focus, in no particular order."""
        found = []
        for accessible in descendants(self.window.frame):
            states = accessible.get_state_set()
            # Where the focus rests while nothing is typed is read out by itself.
            if (accessible.get_role() != Role.STATUS_BAR and
                    all(map(states.contains, (State.FOCUSABLE, State.SENSITIVE, State.SHOWING, State.VISIBLE)))):
                found.append(accessible)
        return found

    def list_riddles(self):
        """Those that say too little about themselves."""
        return [describe(accessible) for accessible in self.list_focusable()
                if not accessible.get_name() or accessible.get_role() not in SENSIBLE]

    def _find_focus(self):
        return next((accessible for accessible in self.list_focusable()
                     if accessible.get_state_set().contains(State.FOCUSED)), None)

    def _step(self, key, before):
        self.window.press(key)
        return wait_until(lambda: (at := self._find_focus()) != before and at, lambda: f"{key} to leave {describe(before)}")

    def go_round(self, key="Tab"):
        """Everything that Tab comes to from where it is, until it is there again."""
        self.window.press(key)
        first = at = wait_until(self._find_focus, "the focus to be somewhere")
        visited = [first]
        while (at := self._step(key, at)) != first:
            assert at not in visited, f"{key} goes round without {describe(first)}"
            assert len(visited) < MOST, f"{key} never comes round"
            visited.append(at)
        return visited

    def list_missed(self, visited):
        """What takes the focus and never got it."""
        lists = [at.get_parent() for at in visited if at.get_role() in ROVING]
        return [describe(accessible) for accessible in self.list_focusable() if accessible not in visited and
                not (accessible.get_role() in ROVING and accessible.get_parent() in lists)]
