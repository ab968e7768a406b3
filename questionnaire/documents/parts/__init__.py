"""The parts of a page, each from what it says to strips and structure."""
