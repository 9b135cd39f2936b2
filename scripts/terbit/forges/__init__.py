"""Where requests and reviews live: GitHub, or the local forge for practice."""
