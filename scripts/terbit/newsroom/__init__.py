"""One open newsroom: clone, configuration, forge, rules and archive, wired for the commands."""

from terbit.newsroom.room import Assessment, Newsroom, lifters

__all__ = ["Assessment", "Newsroom", "lifters"]
