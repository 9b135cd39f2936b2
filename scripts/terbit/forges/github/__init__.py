"""GitHub (github.com or Enterprise Server) behind the forge Protocols, over its REST API."""

from terbit.forges.github.address import Address, find_address
from terbit.forges.github.client import Client, GitHubError
from terbit.forges.github.forge import GitHubForge
from terbit.forges.github.reader import Objects

__all__ = ["Address", "Client", "GitHubError", "GitHubForge", "Objects", "find_address"]
