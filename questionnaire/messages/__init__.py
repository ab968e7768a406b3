"""Letters: composed by kind in plain text and accessible HTML, and handed to the server that carries them."""
