"""How the rules read: words, sentences, numbers, dates, tags and photos of an article."""
