"""The forms of English verbs that no ending gives away."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(words.split())


# Past forms that are never participles: whoever reads one has found a finite verb.
PAST = listed(
    "arose awoke ate became began bit blew broke chose came did drank drew drove fell flew forbade "
    "forgave forgot froze gave went grew hid knew lay mistook outgrew overcame oversaw overtook "
    "partook ran rang rode rose sang sank saw sewed shook showed shrank spoke sprang stole "
    "strode stank swam swore swung threw took tore trod underwent undertook undid woke wore "
    "wove withdrew wrote rewrote overthrew redid redrew retook foresaw"
)

# Past forms that are participles, too.
PAST_OR_PARTICIPLE = listed(
    "beat bent bet bid bled bound bought bred brought broadcast built burnt burst cast caught "
    "clung cost crept cut dealt dug dreamt dwelt fed felt fought found fled flung forecast ground "
    "hung had heard held hit hurt kept knelt knit laid leant learnt led left lent let lit lost "
    "made met misheard misled misread mistyped misunderstood offset outbid overheard overran "
    "overslept paid proofread put quit read rebuilt redone remade rent reset retold rethought "
    "rid said sat sent set shed shone shot shut slept slid slit smelt sold sought sped spelt "
    "spent spilt split spoilt spread spun stood struck stuck stung strung swept swung taught "
    "thought told tied typeset understood unwound upheld upset wept withheld withstood won "
    "wound wrung resold reread resent undercut underbid unsaid relaid repaid inset"
)

PARTICIPLE = listed(
    "arisen awoken eaten been begun bitten blown broken chosen done drawn driven drunk fallen "
    "flown forbidden foreseen forgiven forgotten frozen given gone grown hidden known lain "
    "mistaken outgrown overdone overseen overtaken overthrown redrawn ridden risen rung seen "
    "sewn shaken shown shrunk spoken sprung stolen stunk sunk sung swollen sworn swum taken "
    "thrown torn undergone undertaken undone withdrawn woken worn woven written rewritten "
    "proven hewn sawn stricken trodden"
)

# After "be" these describe a state: the sentence is no passive.
STATES = listed(
    "acquainted afraid alarmed amazed annoyed ashamed astonished bored born broken committed "
    "concerned confused convinced crowded delighted determined devastated disappointed done "
    "embarrassed engaged excited exhausted experienced fed finished frightened frustrated gone "
    "gutted hooked hungover impressed inclined interested involved jammed lined live located "
    "married meant mistaken motivated needed nervous overjoyed overwhelmed pleased prepared "
    "puzzled qualified relaxed relieved retired satisfied scared shattered shocked skilled "
    "stressed stuck stunned supposed surprised tempted terrified thrilled tired touched "
    "troubled unconcerned unprepared unqualified unskilled upset used worried"
)

# Only people do these: a subject that is on no list of people is known by them.
OF_PEOPLE = listed(
    "admitted agreed agrees apologised apologized argued believed complained decided disagreed "
    "feared hoped insisted insists joked knew knows laughed preferred promised quit refused "
    "refuses replied resigned shouted smiled thinks thought volunteered wanted wants"
)

# Words in -ed that are no verbs.
NOT_PAST = listed(
    "bed breed creed deed embed exceed feed greed hatred heed hundred indeed kindred naked need "
    "proceed red sacred seed shed shred sled speed steed succeed weed wicked wretched aged"
)

BASE = listed(
    "accept achieve act adapt add address adjust admit adopt advise agree aim align allow analyse "
    "analyze announce answer apologise apologize appear apply appoint approach approve argue "
    "arrange arrive ask assemble assess assign assist assume attach attend audit automate avoid "
    "back bake balance ban become begin believe book borrow break bring build buy calculate "
    "call calm cancel care carry catch cause challenge change charge chase check choose claim "
    "clean clear climb close coach collect combine come commit compare compile complain "
    "complete confirm connect consider contact continue control convince cook coordinate copy "
    "correct count cover create cross deal decide decline define delay delegate delete deliver "
    "demand depend deploy describe deserve design detect develop diagnose die dig direct "
    "disagree discover discuss divide do document double draft drag draw drive drop earn eat "
    "employ enable encourage end enjoy ensure enter escalate establish estimate evaluate "
    "examine exist expand expect explain explore extend face fail fall feed feel fetch fight "
    "file fill find finish fire fit fix follow forget fry gather get give go grab grow guess "
    "guide halve handle hang happen hate have hear help hide hire hold hope hurry identify "
    "ignore implement improve include increase inform inspect inspire install introduce invent "
    "invest investigate invite involve issue join judge jump keep kick kill knock know label "
    "lack land launch lay lead learn leave lend let lie lift listen live load look lose love "
    "lower mail make manage map mark measure meet mend mention merge miss mix move need "
    "negotiate note notice notify observe offer open operate order organise organize own pack "
    "paint park pass pay persuade phone photograph pick plan plant play point post pour "
    "practise prefer prepare present press prevent print produce promise propose protect prove "
    "provide publish pull push put question quit raise reach read realise realize receive "
    "recommend record recruit reduce refuse regret reject release remember remind remove repair "
    "repeat replace reply report request require rescue research resign resolve respond restart "
    "return review rewrite ring rise run save say schedule scrap search see seem sell send "
    "separate serve set settle share shift ship shout show shut sign sit sketch sleep slow "
    "solve sort speak spend split spot stand start stay steal step stick stop store streamline "
    "study suggest supervise support suppose survey suspect swap sweep switch take talk teach "
    "tell test thank think throw tidy track train transfer translate travel treat trim trust "
    "try turn type understand update upgrade use verify visit voice volunteer vote wait wake "
    "walk want warn wash watch wear weigh win wipe wish wonder work worry write yell reckon "
    "recall mean"
)
