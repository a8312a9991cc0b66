"""Names of renown, and the words by which a teller shows them off."""

from storyloop.critique.alternatives import any_of

# Firms and houses whose name impresses by itself. A product is no house: "Google Workspace".
_HOUSES = (
    "Harvard|Oxford|Cambridge|Stanford|Yale|Princeton|Cornell|Columbia University|Sorbonne|MIT|"
    "INSEAD|Wharton|Eton|Harrow|ETH|Sciences Po|London Business School|Juilliard|Caltech|"
    "McKinsey|Bain|Boston Consulting|BCG|Deloittes?|Accentures?|PwC|KPMG|Ernst & Young|"
    "Goldman(?: Sachs)?|Morgan Stanley|JP ?Morgan|Lehman|Blackstone|BlackRock|Rothschilds?|Lloyd's|"
    "Linklaters|Clifford Chance|Slaughter and May|Magic Circle|Freshfields|Barclays|HSBC|"
    "Netflix|Tesla|SpaceX|OpenAI|"
    "Spotify|Pixar|Disney|"
    "Ferrari|Rolls[- ]Royce|Bentley|Aston Martin|NASA|"
    "Ryanair|British Airways|Maersk|Nike|Adidas|"
    "Coca-Cola|Pepsi|IKEA|Lego|L'Oréal|Chanel|Gucci|Prada|Hermès|Dior|Cartier|Burberry|LVMH|"
    "Harrods|Selfridges|Fortnum(?: & Mason)?|Claridge's|the Ritz|the Savoy|the Dorchester|Noma|"
    "El Bulli|Fat Duck|Michelin|Sotheby's|Christie's|the Louvre|the Guggenheim|the Prado|"
    "the Hermitage|the Uffizi|Tate Modern|Covent Garden|La Scala|the Bolshoi|Glyndebourne|"
    "Carnegie Hall|Royal Albert Hall|Berlin Philharmonic|Wimbledon|Wembley|Ascot|Henley|"
    "Glastonbury|"
    "Manchester United|Real Madrid|Barcelona FC|Bayern|Formula (?:One|1)|Davos|Downing St(?:reet)?|"
    "Number Ten|Buckingham Palace|Balmoral|Windsor Castle|the Palace|House of Lords|White House|"
    "the Kremlin|the Vatican|the Pentagon|Westminster|Whitehall|Guildhall|Harley St|Hollywood|"
    "Broadway|Wall Street|Silicon Valley|Forbes|Vogue|BBC|CNN|New York Times|Financial Times|"
    "The Economist|TED|Nobel|Oscar|Bafta|Grammy|Pulitzer|Booker|Olympic|FTSE|Fortune 500|"
    "United Nations|World Bank|IMF"
)
_PEOPLE = (
    "Bill Gates|Steve Jobs|Elon Musk|Musk|Jeff Bezos|Bezos|Richard Branson|Branson|Zuckerberg|"
    "Tim Cook|Warren Buffett|Buffett|Jack Welch|Peter Drucker|Drucker|Simon Sinek|Oprah|"
    "(?:Barack |Michelle )?Obamas?|Clintons?|Tony Blair|Thatcher|Churchill|Merkel|Macron|"
    "Mandela|Gandhi|Kennedys?|Gorbachev|Trump|Onassis|Rockefellers?|Beyoncé|Madonna(?:'s)?|"
    "Elton John|Paul McCartney|McCartney|Mick Jagger|Rolling Stones|the Beatles|Taylor Swift|"
    "Beckhams?|Ronaldo|Messi|Maradona|Alex Ferguson|Mourinho|Klopp|Schumacher|Lewis Hamilton|"
    "Federer|"
    "Serena Williams|Gordon Ramsay|Jamie Oliver|Heston Blumenthal|Nigella|Attenborough|"
    "Stephen Hawking|Hawking|Einstein|Heisenberg|Feynman|Picasso|Hockney|Zaha Hadid|Norman Foster|"
    "Renzo Piano|Frank Gehry|Karajan|Pavarotti|Judi Dench|Meryl Streep|Tom Cruise|Spielberg|"
    "Princess of Wales|Prince of Wales|Duke of Edinburgh"
)
# These make what others work with, so to name one is no show unless the teller comes from there.
_MAKERS = (
    r"(?:Google|Apple|Amazon|Microsoft|Facebook|Meta|Nvidia|Uber|Airbnb|Ericsson|Cisco|Oracle|SAP|"
    r"Vodafone|Nokia|Samsung|Sony|Intel|IBM|Toyota|BMW|Mercedes|Porsche|Boeing|Airbus|Siemens|"
    r"Bosch|"
    r"Shell|Unilever|Nestlé)"
)
_FROM = (
    r"(?:(?:joined|came|come|coming|hired|poached|recruited) from|spells? (?:at|with)|years (?:at|"
    r"with)|(?:work|works|worked|working|been|was|time|friends?|colleagues?|contacts?|people|"
    r"partner|"
    r"fellows?|someone|engineers?) (?:at|for)|(?:head|director|chairman|founder|ceo|boss|chief|"
    r"president|executive|manager|designer|man|woman) (?:of|at|from)|(?:thing|one|it) for|such as|"
    r"ex-|like)"
)
HOUSES_AND_PEOPLE = any_of(f"{_HOUSES}|{_PEOPLE}|{_FROM} {_MAKERS}|ex-{_MAKERS}")

_FIRST_MEN = (
    r"(?:founder|chairman|chairwoman|president|chief executive|ceo|owner|head|director|boss|"
    r"ambassador|minister|senator|general|bishop|mayor|duke|earl|chancellor|secretary[- ]general|"
    r"prime minister)"
)
_GREAT = (
    r"(?:founder|chairman of|president|chief executive of|ambassador|minister|senator|archbishop|"
    r"duke|earl|chancellor|prime minister|prince|princess|king|queen)"
)
_KIN = (
    r"(?:cousin|brother|sister|nephew|niece|uncle|aunt|father|mother|son|daughter|wife|husband|"
    r"widow|neighbour|neighbor|godson|driver|tailor|trainer|stylist|assistant|student|pupil|"
    r"flatmate|classmate|brother-in-law|sister-in-law)"
)
_FAMOUS = (
    r"(?:very |really |rather )?(?:famous|well-known|celebrated|renowned|legendary|prominent|"
    r"world-class|well known)"
)
# Each of these shows somebody off, whatever the name.
SHOWN_OFF = (
    # how near the teller came to them
    rf"{_KIN} of (?:an? |the |some )?{_FAMOUS}|{_KIN} of (?:a|the) (?:former )?(?:footballer|actor|"
    r"actress|singer|film star|minister|president|prime minister|chancellor|ambassador|senator|"
    r"king|"
    r"queen)|(?:very )?high up (?:at|in) (?!the (?:tree|air))|(?:dinner|reception|party|lunch) "
    r"(?:given|hosted) by an? (?:duchess|duke|lord|lady|earl|countess|baron\w*|prince\w*|minister|"
    r"ambassador)|(?:dined|"
    r"dining|lunched|"
    rf"golfed|breakfasted) (?:\w+ ){{0,4}}?(?:with|beside) (?:the |a )?(?:former )?{_FIRST_MEN}|"
    r"(?:has|have|had|having|over) (?:\w+ )?(?:dinner|lunch|tea|drinks|breakfast|champagne) with "
    rf"(?:\w+ )?(?:the |a |an )?(?:former )?{_GREAT}s?|(?:seated|sitting|sat|put|placed) "
    rf"(?:\w+ )?(?:beside|next to|opposite|across from) (?:the|a) (?:former )?{_GREAT}|"
    r"(?:know|knows|knew) me (?:well )?(?:personally|by (?:my )?(?:first )?name)|(?:whom|who|that) "
    r"i (?:used to |often |sometimes )?(?:see|meet|met|bump into|run into) at (?:parties|openings|"
    r"galas|receptions|the opera|dinners)|hired (?:me )?over (?:dinner|lunch)|"
    r"(?:old|close|good|dear|personal|family) "
    r"(?:acquaintance|friend|contact|confidant) (?:of mine )?(?:at|in) (?:number ten|the (?:white "
    r"house|palace|ministry|cabinet|treasury|kremlin|vatican|royal))|a friend (?:of mine )?at the "
    r"(?:white house|palace|ministry|cabinet office|treasury|un)|close acquaintance of|(?:is|was) "
    r"now (?:a lord|a lady|a peer|a minister|an ambassador|a dame)|sits on (?:two|three|four|five|"
    r"several|many) boards|chief of staff to the|advis(?:ed|es|er to) (?:two|three|several) "
    r"(?:presidents|prime ministers|kings|governments|popes)|"
    # that the listener is to be impressed
    r"you(?:'d| would|'ll| will|'ve| have|'re) (?!never |not )(?:\w+ )?(?:know|recognise|"
    r"recognize|guessed|"
    r"heard of|seen) (?:him|her|them|whose|who|the (?:face|name|voice)|from)(?: from)?(?: the| "
    r"television| tv)? ?(?:\w+)?|not (?:supposed|allowed|at liberty) to say (?:who|whose|which)|i "
    r"(?:cannot|can't|mustn't|won't|shan't|may not) (?:say|tell you|reveal) (?:whose|which one|"
    r"(?:his|her|their) name)|you can imagine the (?:level|standard|calibre|company)|which i "
    r"mention "
    r"(?:only )?in passing|(?:you|everyone|everybody) (?:would|will|must) (?:all )?(?:know|have "
    r"heard of) (?:the name|him|her|it)|(?:a |the )?(?:very )?well[- ]known figure|(?:two|three|"
    r"five|"
    r"ten|\d+) million (?:followers|subscribers)|whose (?:chairman|owner|"
    r"founder|wife|husband) you|(?:used|ate|eaten|wore|worn|bought|drunk|praised|tasted) (?:our|"
    r"my) "
    r"\w+ (?:on (?:stage|television|tv|the red carpet)|once)|half (?:of )?the cast of|old boys "
    r"include|counts? (?:a|two|three) (?:[\w-]+ )?(?:laureate|medallist|lord|minister)s? among|"
    r"all of whom know me|of this world, as|(?:told|whispered to|confided (?:in|to)) me (?:\w+ "
    r")?(?:at|"
    r"over|during) (?:a |the |his |her )?(?:reception|gala|dinner|banquet|summit|regatta)"
)
