"""Pictures of the office: title cards, the woven band, photos made ready to be cut."""
