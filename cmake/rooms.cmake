# The rooms, lowest first. A room may include only the rooms it names here (and what those name).
rashin_room(core)
rashin_room(math DEPENDS core)
rashin_room(policy DEPENDS math)
rashin_room(need DEPENDS math)
rashin_room(store DEPENDS core)
rashin_room(report DEPENDS core)
