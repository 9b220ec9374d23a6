"""The values the program is about; imports the standard library only."""
