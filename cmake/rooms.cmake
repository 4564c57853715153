# The rooms, lowest first. A room may include only the rooms it names here (and what those name).
rashin_room(core)
