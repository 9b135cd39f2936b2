"""`python -m terbit`."""

from terbit.cli import main

main()
