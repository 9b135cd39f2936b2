"""What Terbit knows, without files, network or clock: types and pure decisions."""
