"""The VBA procedures that the ribbon calls: named here once, for the customUI part and for the VBA that answers it."""

from addin.ribbon import Button

LOADED = "DudaoLoaded"
DATE_TEXT = "DudaoDateText"
DATE_CHANGED = "DudaoDateChanged"

# As Office calls them ("Customizing the Office Fluent Ribbon for Developers", part 3), but with Object for the Office
# types: so the project needs no reference to Office, whose version may differ, and WPS can run it.
ON_LOAD = "ribbon As Object"
ON_ACTION = "control As Object"
GET_TEXT = "control As Object, ByRef text As Variant"
ON_CHANGE = "control As Object, text As String"


def press(button: Button) -> str:
    """Return the name of the procedure that a click on the button calls."""
    return f"DudaoPress_{button.id}"
