"""`python -m terbit.days_off`: write the table of days off."""

from terbit.days_off.source import write

write()
