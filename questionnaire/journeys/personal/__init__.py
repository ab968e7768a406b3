"""What people may ask about their own data, and what becomes of it when they are forgotten."""
