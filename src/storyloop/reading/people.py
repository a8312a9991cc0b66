"""Nouns for people and groups of people, and the things that are easily taken for them."""

from storyloop.reading.verbs import listed

_SINGULAR = (
    "accountant actor actress administrator adviser advisor agency agent analyst applicant "
    "apprentice architect army artist assistant attendant auditor aunt author authority baby "
    "bailiff baker band bank banker barista barman barrister bidder board boss boy broker "
    "brother builder butcher buyer cabinet caller candidate captain caretaker carer cashier "
    "chair chairman chairwoman champion chef chemist chief child claimant cleaner clerk client "
    "clinician coach colleague college commander committee commissioner company competitor "
    "conductor constable consultant contractor cook coordinator copilot couple council "
    "councillor counsellor court cousin crew curator customer dad daughter dealer debtor "
    "dentist department deputy designer detective developer diner director dispatcher "
    "distributor doctor donor driver editor educator electrician employee employer engineer "
    "enemy everybody everyone examiner executive expert family farmer father fiancée "
    "firefighter firm fisherman fitter flatmate foreman founder friend gardener gentleman girl "
    "girlfriend boyfriend government governor grandfather grandmother graduate group guard "
    "guest guide gunner guy head headmaster headteacher helper host housemate housekeeper hr "
    "husband inspector installer instructor insurer intern interpreter interviewer investor "
    "janitor joiner journalist judge junior jury kid killer lad lady landlady landlord lawyer "
    "leader learner lecturer librarian lieutenant lodger lorry-driver magistrate maid major man "
    "manager mate mayor mechanic member mentor merchant midwife minister mother mum nanny "
    "neighbour neighbor nephew niece nobody novice nurse offender officer official operator "
    "opponent organisation organiser organizer owner painter paramedic parent parliament "
    "partner passenger patient pensioner person pharmacist photographer physio physiotherapist "
    "pilot planner player plumber police policeman policewoman porter postman predecessor "
    "president priest principal prisoner producer professor programmer prosecutor provider "
    "psychologist publisher pupil purchaser receptionist recruiter referee registrar regulator "
    "relative rep reporter representative researcher resident reviewer rider rival runner "
    "sailor salesman saleswoman scientist secretary seller senior sergeant shareholder sister "
    "skipper soldier solicitor somebody someone son specialist spokesman sponsor squad staff "
    "stakeholder steward stranger student successor superintendent superior supervisor supplier "
    "surgeon surveyor sysadmin tailor teacher teammate teenager teller tenant tester toddler "
    "tourist trader trainee trainer translator traveller treasurer trustee tutor uncle "
    "undergraduate union user vendor vet vicar victim visitor volunteer waiter waitress walker "
    "watchman welder widow wife winner witness woman worker writer anybody anyone gp pm ceo cfo "
    "cto coo md mp gaffer bloke fella team folk ward-sister"
)
_PLURAL = (
    "people men women children wives families companies secretaries ladies babies kids agencies "
    "authorities deputies folks policemen midwives salesmen firemen firefighters others mr mrs "
    "ms miss dr prof sir madam mister no-one"
)

# First names whose endings are those of verbs, adverbs or things.
_NAMES = (
    "ahmed alfred beth charles chris constance dennis edith elizabeth emily felicity florence "
    "fred frances francis gary harry helena henry holly ines james jared jerry jess jing jonas "
    "judith keith kelly kenneth larry lawrence lily ling louis lucas lucy luis marcus mary ming "
    "mohammed molly nancy nicholas percy polly rosemary ross ruth sally seth sophie ted tess "
    "thomas tobias tracy agnes andreas barry boris carlos elias hans iris jules klaus mathias "
    "terence terry tyrone"
)

PEOPLE = frozenset(
    [
        *_SINGULAR.split(),
        *(f"{noun}s" for noun in _SINGULAR.split()),
        *_PLURAL.split(),
        *_NAMES.split(),
    ]
)

# Nouns without an article and without an ending to tell that they are no names.
THINGS = listed(
    "attendance bread business cash coffee coverage cover coke concrete covid cholesterol demand "
    "everything excel feedback food footfall fuel gas germany growth half ice income inflation "
    "interest labour legislation linkedin logistics management marketing money morale music "
    "nobody output overtime paper parking paperwork pay performance petrol plaster power "
    "powerpoint pressure profit progress quality rain rent result retention revenue reality "
    "safety sap sleep slack snow software spending status stock supply task technology tension "
    "throughput time traffic training trade trust turnover uptime usage waste water weather "
    "winter summer autumn word work action situation reflection context background lesson "
    "outcome goal problem week day month year night noon midnight lunch breakfast dinner "
    "christmas easter ramadan google"
)
