"""The words in which people say that a number changed, as alternatives for patterns."""

HEDGES = (
    "about|around|roughly|approximately|nearly|almost|some|maybe|perhaps|probably|just over|"
    "just under|well over|well under|more than|less than|over|under|at least|only|just|up to|"
    "as many as|as much as|a good|close to|more like|i think|like|another|further|a further|"
    "more or less|another|fully|a full|exactly"
)
UP = (
    "rose|risen|rises?|rising|grew|grown|grows|growing|climbed|climbs|increased|increases?|"
    "increasing|gained|jumped|went up|gone up|up|raised|lifted|boosted|improved upwards"
)
DOWN = (
    "fell|fallen|falls?|falling|dropped|drops?|dropping|decreased|declined|shrank|shrunk|"
    "sank|went down|gone down|came down|come down|down|reduced|reducing|cut|cuts|cutting|"
    "lowered|lowering|trimmed|slashed|shortened|halved"
)
EITHER = "improved|improving|changed|moved|better"
CHANGE_WORDS = (
    "rose|risen|rising|grew|grown|growing|climbed|increased|increasing|gained|jumped|raised|"
    "lifted|boosted|fell|fallen|falling|dropped|dropping|decreased|declined|shrank|shrunk|sank|"
    "reduced|reducing|cut|cutting|lowered|lowering|trimmed|slashed|shortened|halved|doubled|"
    "tripled|trebled|quadrupled|improved|improving|brought|took|taken|got|slipped|slid|crept|"
    "expanded|scaled|leapt|soared|plunged"
)
UP_NOUNS = "rise|increase|growth|gain|jump|uplift"
DOWN_NOUNS = "fall|drop|cut|reduction|decrease|decline|saving|savings|dip"
EITHER_NOUNS = "improvement|change|difference|swing"
UP_ADJECTIVES = "more|higher|up|larger|bigger|increase"
DOWN_ADJECTIVES = "fewer|less|lower|down|cheaper|smaller|shorter|off"
FASTER = "quicker|faster|sooner|slower|longer"
BETTER = "better|worse"
