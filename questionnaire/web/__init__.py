"""The desk: views by subject, what they show, and the extensions of Flask that they rest on."""
