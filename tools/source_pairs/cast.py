"""Invented people, places, firms and words in quotation marks."""

from __future__ import annotations

GIVEN = {
    "f": (
        "Ilse Marta Petra Nadia Ruth Joan Helen Brigid Sunita Leila Agnes Clara Edith Farah"
        " Greta Hanna Irene Judith Karen Louise Monica Noreen Olive Priya Rachel Sandra Tessa"
    ).split(),
    "m": (
        "Wendel Anton Boris Cedric Dermot Eric Farid Gavin Hugo Ivan Jasper Keith Lionel Magnus"
        " Nigel Omar Peter Quentin Ravi Stefan Trevor Victor Walter Yusuf Duncan Alan Graham"
    ).split(),
}

LAST = (
    "Okoro Brask Harstorm Varel Beltgen Quillan Tarvey Ostrander Penhale Rusk Sowerby Thackwray"
    " Umarov Vesely Wexcombe Yardley Zelnick Abernathy Bellweather Corrigan Dunsmore Eldridge"
    " Fairclough Gathercole Hollings Ingham Jessop Kellaway Lovelock Marchbank Nettleton Oakshott"
    " Pargeter Quested Ravenhill Stapleford Tolliver Underhay Wainfleet Yelland Aldous Brackley"
    " Cheadle Denholm Everard Fenwick Gossage Haverstock Kirkbride Lathbury Mostyn Norgrove"
).split()

PLACES = (
    "Lanton Ostby Harrowby Calderwick Brenholt Saltmarsh Thornbury Wexley Dunmere Ashcombe"
    " Kelbrook Marford Penwith Ravensby Stourley Tidesmouth Ullenhall Withern Yarmley Elmstead"
).split()

FIRMS = (
    "Brenner Halvex Corvane Dalmore Estrel Fenmark Galbrand Hexford Ivertron Kestrane Lorimer"
    " Mandrell Novalis Orbach Pellham Quorvex Ridgelow Selbrook Tamworth Verity"
).split()

QUOTES = (
    "We have listened to everybody who wrote to us and changed the plan where we could",
    "Nobody in this building wanted to take that decision but the money simply is not there",
    "The bridge was closed before anybody was hurt and it will stay closed until it is safe",
    "I have waited eleven years for this day and I am not going to complain about the rain",
    "They promised us a new school and what we got was a car park with a locked gate",
    "You betrayed people who trusted you and spent their savings on horses and hotels",
    "It is the best result that we could hope for after such a difficult winter",
    "Our customers want lower prices and we intend to give them exactly that",
    "There was smoke everywhere and the children were led out by the kitchen door",
    "We cannot rule out further closures if the government does not act before Easter",
    "This work shows for the first time how closely sleep and memory are linked",
    "I told the players at half time that nobody would remember a draw",
    "The figures look good on paper but the order book tells another story",
    "My family has farmed this land for four generations and we shall not sell it",
    "Anyone who saw a white van near the harbour that evening should call the police",
    "What happened in that room was a failure of the whole system and not of one nurse",
    "He never asked for thanks and he would have hated all this fuss",
    "We are proud of the people who kept the trains running through the flood",
    "The report is clear about the causes and we accept every one of its conclusions",
    "If the rain keeps falling like this the lower fields will be under water by Sunday",
    "Young people here need jobs and buses far more than another statue",
    "We tested the samples three times because none of us believed the first result",
    "It would be wrong to guess at the reasons before the inquiry has finished",
    "I made a mistake and I will spend the rest of my career putting it right",
    "The new pitch drains well and we have not lost a single match to the weather",
    "Small shops are the heart of this town and the rates are killing them",
)

OTHER_WORDS = (
    "carefully never bigger council money quickly great terrible certainly people later evening"
    " windows market simple honest broken angry different possible"
).split()
"""Words that take the place of others in a quotation."""

BACKGROUND = (
    "The town has been arguing about it for most of the year.",
    "It is not the first time that the question has come up.",
    "Similar plans have failed elsewhere.",
    "Few expected the matter to be settled so soon.",
    "Others have yet to say what they think.",
    "Nothing will be decided before the summer.",
    "London and Paris have had the same debate.",
)
"""Sentences that a writer adds; they hold no figure, and only names that everybody knows."""

CLASSES = {
    "Borough": ("District", "County"),
    "County": ("District", "City"),
    "Finance": ("Planning", "Licensing"),
    "Road": ("Lane", "Street"),
    "Lane": ("Road", "Avenue"),
    "Street": ("Road", "Square"),
    "Association": ("Society", "Union"),
    "Crown": ("County", "Family"),
    "Charity": ("Foundation", "Trust"),
    "Holdings": ("Group", "Partners"),
    "Group": ("Holdings", "Partners"),
    "Bank": ("Trust", "Union"),
    "United": ("City", "Rovers"),
    "Rovers": ("United", "Athletic"),
    "University": ("College", "Institute"),
    "Institute": ("Academy", "College"),
    "Hospital": ("Infirmary", "Clinic"),
    "Magistrates": ("Crown", "County"),
    "Academy": ("College", "School"),
    "Plc": ("Ltd", "Group"),
    "Society": ("Association", "Union"),
    "Athletic": ("United", "City"),
    "Wanderers": ("Rovers", "Town"),
    "Trust": ("Foundation", "Society"),
    "District": ("Borough", "County"),
    "Licensing": ("Planning", "Finance"),
    "Square": ("Place", "Street"),
    "Family": ("Crown", "County"),
    "Avenue": ("Road", "Lane"),
    "Infirmary": ("Hospital", "Clinic"),
    "Ltd": ("Plc", "Holdings"),
    "Federation": ("Union", "Association"),
    "Town": ("City", "Rovers"),
    "College": ("University", "School"),
    "Museum": ("Gallery", "Library"),
    "School": ("College", "Academy"),
    "Observatory": ("Laboratory", "Institute"),
    "Partners": ("Holdings", "Group"),
    "Laboratory": ("Observatory", "Institute"),
}
"""What a word of a name is changed to."""

TITLES = {
    "Councillor": ("Alderman", "Mayor"),
    "Mayor": ("Councillor", "Governor"),
    "Judge": ("Magistrate", "Recorder"),
    "Inspector": ("Sergeant", "Superintendent"),
    "Mr": ("Ms", "Mrs"),
    "Ms": ("Mr",),
    "Professor": ("Dr",),
    "Dr": ("Professor",),
    "Alderman": ("Councillor", "Mayor"),
    "Sergeant": ("Inspector", "Constable"),
    "Baroness": ("Lady", "Dame"),
    "Canon": ("Bishop", "Dean"),
    "Justice": ("Judge", "Recorder"),
}
