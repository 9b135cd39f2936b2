"""`python -m terbit.schemas`: write the schemas."""

from terbit.schemas import write

write()
