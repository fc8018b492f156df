"""Finding words and phrases in text, and the lists that hold them."""
