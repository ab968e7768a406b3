"""What people are told: letters posted, sent, read."""
