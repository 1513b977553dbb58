# Conferences: programme, sessions, speakers.
