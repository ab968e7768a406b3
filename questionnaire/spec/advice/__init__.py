"""What a sound form could say better to the people who read it: advice, never a refusal."""
