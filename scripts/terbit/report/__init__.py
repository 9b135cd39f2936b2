"""What Terbit decided, in the forms that people and programs read."""
