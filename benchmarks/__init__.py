"""What the product costs: measured, printed, and written into docs/performance.md; never asserted in tests."""
