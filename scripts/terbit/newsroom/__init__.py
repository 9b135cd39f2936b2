"""One open newsroom: clone, configuration, forge, rules and archive, wired for the commands."""
