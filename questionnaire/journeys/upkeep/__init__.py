"""What those who run the installation see of it and do for it."""
