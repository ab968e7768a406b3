"""Forms written, tried and published in the browser, by those who have the role of author."""
