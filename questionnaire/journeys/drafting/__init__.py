"""What happens to a draft until it is frozen: begun, filled, saved, merged, kept, taken up again."""
