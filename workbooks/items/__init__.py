"""督办销号: the working ledger 督办台账, in which items are handed out, answered, looked at and struck off.

records    an item ↔ a row of the sheet; events: what was done with it ↔ 办理经过
reading    the sheet as it stands, whatever was done to it, and what was noticed
handling   what is wished or ordered, done where it may be (`udfs.closing` says where)
proposing  items that red projects give rise to
keeping    the sheet brought up to date; standing: how all items stand on a day; wording: their figures in words
"""

from workbooks.items.handling import Order
from workbooks.items.keeping import Done, Updated, Work, update
from workbooks.items.reading import Items, read_items
from workbooks.items.records import Item
from workbooks.items.wording import figures_on

__all__ = ["Done", "Item", "Items", "Order", "Updated", "Work", "figures_on", "read_items", "update"]
