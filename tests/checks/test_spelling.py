"""Ordinary words, end to end: misspelt, doubled, and right although no list has them."""

from __future__ import annotations

import pytest

from newslint.core.finding import ERROR, SAFE, UNSAFE, WARNING
from tests.builders import fixed, found, lint

SLIPS = {
    "The comittee met in the old hall.": "committee",
    "The goverment fell on Sunday.": "government",
    "They never recieved an answer.": "received",
    "The occured losses were small.": "occurred",
    "He spoke of his resigantion.": "resignation",
    "Some said that the hopsital was full.": "hospital",
    "The oppposition left the hall.": "opposition",
    "Negotations began on Monday.": "Negotiations",
    "The minsiter's car was blue.": "minister",
    "The minsiter’s car was blue.": "minister",
    "It stood in the captial for years.": "capital",
    "They protseted against the toll.": "protested",
    "“We were definately there,” she said.": "definitely",
    "They waited on teh pier.": "the",
    "Bread adn butter were dear.": "and",
    "He came on wensday.": "Wednesday",
    "The punitive tarrifs were dropped.": "tariffs",
    "It was a hall towhich nobody came.": "to which",
    "The house where shewas born is gone.": "she was",
    "Most ofthe boats sank.": "of the",
    "It cost alot of money.": "a lot",
    "It took atleast a year.": "at least",
    "The plan of Ursula von der Halm, the presidnet, failed.": "president",
    "The Fishing Comission met.": "Commission",
    "Prime Minster Ada Orr spoke.": "Minister",
    "Policey Shift Angers Northern Farmers\n\nFarmers met on Sunday.": "Policy",
    "Why the Mayor Wants a Bigger Budgte for Ferries": "Budget",
    "They saw a wobling e-bike on the quay.": "wobbling",
    "The two rivers were intertwing below the town.": "intertwining",
    "They put the elemement of surprise to use.": "element",
    "The losses are quantifyable.": "quantifiable",
    "The ocmpetiton was won by the crew.": "competition",
    "They bought two new boxs of tea.": "boxes",
    "They were woking late at the pier.": "working",
}


@pytest.mark.parametrize("story", SLIPS)
def test_a_slip_is_found_and_the_right_word_named_first(story: str) -> None:
    (finding,) = lint(story)
    assert finding.rule.startswith(("spelling/", "names/misspelt"))
    assert finding.severity == ERROR
    assert finding.suggestions[0] == SLIPS[story]
    assert finding.evidence
    assert finding.fix is not None
    assert finding.fix.applicability in (SAFE, UNSAFE)


def test_what_is_spelt_so_is_meant_and_a_title_is_mistyped_like_any_word() -> None:
    assert found("The name was spelt Comittee in the paper.", "spelling/") == []
    title = "They sang a song titled “The Comittee” all night."
    assert found(title, "spelling/") == [("spelling/typo", "Comittee")]
    nickname = "A storm known as a ‘thunderer medicene’ hit Halm."
    assert found(nickname, "spelling/") == []


def test_a_half_that_its_hyphen_makes_whole_is_no_slip() -> None:
    assert found("They saw a man-agerial plan of boats.", "spelling/") == []


def test_in_small_letters_no_word_is_a_name() -> None:
    assert found("She spoke of iur town.", "spelling/") == [("spelling/typo", "iur")]


def test_english_words_without_their_spaces_are_no_foreign_passage() -> None:
    ledger = "A harbour ledger keepsfigures about bothferries and how thecrews bought lanterns."
    assert ("spelling/typo", "thecrews") in found(ledger)


def test_what_the_fitted_model_alone_finds_is_a_warning() -> None:
    (finding,) = lint("They were wiggl about the toll.")
    assert (finding.text, finding.severity) == ("wiggl", WARNING)


def test_a_fix_keeps_endings_and_capitals() -> None:
    story = (
        "Neccessary steps were taken. The goverment’s plan, however, was kept in a seperate room.\n"
    )
    right = (
        "Necessary steps were taken. The government’s plan, however, was kept in a separate room.\n"
    )
    assert fixed(story) == right
    assert lint(right) == []


RIGHT = {
    "British": """\
The programme's colour was grey; the theatre centre organised a pyjama party. Travellers cancelled
their licences. A sceptical jeweller fulfilled his judgement. The tyres were aluminium.
""",
    "American": """\
The program's color was gray; the theater center organized a pajama party. Travelers canceled
their licenses. A skeptical jeweler fulfilled his judgment, and the airplane's tires were aluminum.
""",
    "compounds": """\
The carmaker bought a gasfield from the steelmaker. Policymakers and shipbuilders met bondholders.
The goalkeeper and the backbencher opposed the frontrunner's healthcare plan.
""",
    "derivations": """\
Hijackings ended, shops re-opened, and accounts were unfollowed. The deselected reoffended. A
decommissioned reactor is unreopenable.
""",
    "contractions": """\
She couldn't, it'll, they'd've, and we’re sure he’s not. It's five o'clock; rock 'n' roll is from
the '50s.
""",
    "slang on purpose": """\
"'Orrible, innit," he said. "I'm gonna tell 'em, 'cos they wanna know." “Gotcha,” she said.
""",
    "coined in quotation marks": """\
She called it "overgrumpled". The word ‘skedaddlement’ is not in the book.
""",
    "foreign words": """\
The loya jirga met. The fee was 400 reais. He said: "Nous sommes tres contents de cette victoire."
""",
    "foreign paragraphs": """\
La ministre a présenté un nouveau projet de loi au parlement cette semaine.

Er sagte, sie haben alle Fenster geschlossen und die Regierung informiert.
""",
    "foreign phrases": """\
The attachés were personae non gratae. It was ultra vires, and ex parte. The agrément came late.
""",
    "copy in another language": """\
Der Minister geht ohne die Akten unter das Dach, und die Partei ist nicht einig. Die kreative Lösung
kam von der Opposition, die mit dem Kanzler und den Ländern verhandelt; das Geld ist nicht da.
""",
    "species": """\
They found Lysichiton americanus in the ditch. The banner said “Je suis Marie”.
""",
    "foreign names": """\
The picture (La cama) was sold, El Confidencial wrote; so did the paper of the Comandos de la Costa.
The case against dela Cruz was heard in Buqa Caleed.
""",
    "words of large dictionaries": """\
She ate nori and paid in meticals. Her compadres had sold two servals to a soigneur, who wore a
bolo tie. The child's weight is in the ninth centile.
""",
    "words broken off": """\
“That is complete bullsh—,” she said. It was “[streamlin][ing]” and improv[ing], said the letter.
""",
    "words made of others by another ending": """\
The wool is renewably sourced. Nobody doubts the imminency of the flood.
""",
    "a species in brackets, an Italian name, a soft hyphen": """\
The tuna (Auxis thazard) is sold here. The Istituto Nazionale contro gli Infortuni sul Lavoro
paid. They will substitut¬e it.
""",
    "more words of others, and halves of names": """\
Mitigative steps are rare. He contendeth with fools. Kyu-maan Varel works for Infor. The beau monde
wept over jus soli. Bhorn, the cook, was not born here. The bunds along the ditch held.
""",
    "plurals in -oes, a species cut short and a word beside a foreign one": """\
Their manifestoes were long. Sixty líderes sociales were asked about Ph. sergenti. She passed her
matric.
""",
    "a shop beside another": """\
The shops Wegmandos and Redners were open.
""",
    "brands in small letters": """\
The lander was built by ispace, and the shop runs on ecommerzo and eprinters.
""",
    "words drawn out": """\
Oh pleeease, it was sooo good. Noooo!
""",
    "sport": """\
He bogeyed the first hole and birdied the next. The peloton caught the batsman's googly.
""",
    "hyphens": """\
The pre-empted, co-ordinated, re-elected and ultra-marathoned candidates met vice-presidents.
""",
    "masked words": """\
The fair was a p--tshow. He came m--rbling in late, and the f—rry toll was paid.
""",
    "names": """\
The Oder rose, and Woking is a town.
Grimsbottle met Ms Wetherhithe at Lower Quillbury. The Fnordwick Society's Okabena branch sang.
""",
}


@pytest.mark.parametrize("kind", RIGHT)
def test_right_words_are_left_alone(kind: str) -> None:
    assert found(RIGHT[kind], "spelling/") == []


@pytest.mark.parametrize(
    "story",
    [
        "They found Lysichiton\namericanus in the ditch.",
        "They were asked about Ph.\nsergenti.",
        "The case against dela\nCruz was heard.",
        "The paper of the Comandos\nde la Costa wrote so.",
        "The banner said “Je\nsuis Marie”.",
        "Sixty líderes\r\nsociales were asked.",
        "The shops Wegmandos and\nRedners were open.",
        "The Ann B.\nRaether Professor of Music was glad of it.",
    ],
)
def test_a_line_may_end_within_what_is_right(story: str) -> None:
    assert found(story) == []


DOUBLED = {
    "She sat on the the board.": "She sat on the board.",
    "She sat on the\nthe board.": "She sat on the board.",
    "She sat on the\r\nthe board.": "She sat on the board.",
    "The boat was was found on Monday.": "The boat was found on Monday.",
    "Salt and and pepper.": "Salt and pepper.",
}


@pytest.mark.parametrize("story", DOUBLED)
def test_a_doubled_word_is_found_and_one_is_taken_out(story: str) -> None:
    assert [rule for rule, _ in found(story)] == ["spelling/doubled-word"]
    assert fixed(story) == DOUBLED[story]


@pytest.mark.parametrize(
    "story",
    [
        "He had had enough. She said that that man was ill.",
        "It was a very very long day. No, no, no! Never, never again.",
        "Duran Duran played in Walla Walla and in Bora Bora.",
        "Lang Lang played. Boutros Boutros-Ghali listened. Sirhan Sirhan did not.",
        "“I, I was there,” he said. “You you know me.”",
        "The cell he was locked in in the end was hers.",
        "She told her her coat was wet.",
        "It ended with a line\n\nLine two began it all again.",
        "The scores were 12 12 and 14 14.",
    ],
)
def test_a_word_doubled_on_purpose_is_left_alone(story: str) -> None:
    assert found(story, "spelling/doubled-word") == []


def test_table_cells_are_not_doubled_words() -> None:
    table = "| was | was |\n| --- | --- |\n| the | the |\n| and | and |\n"
    assert lint(table, "table.md") == []


@pytest.mark.parametrize(
    "story",
    [
        "The goverment [sic] fell.",
        "The goverment (sic) fell.",
        "The goverment [ sic ] fell.",
        "He wrote: “The goverment” [sic].",
        "Write to goverment@example.org or @goverment, see example.org/goverment and #goverment.",
    ],
)
def test_what_is_meant_or_no_prose_is_left_alone(story: str) -> None:
    assert found(story, "spelling/") == []


LISTED = {
    "She went there inspite of the rain.": "in spite",
    "The list was uptodate on Friday.": "up-to-date",
    "He read the brocher twice.": "brochure",
    "It rained atleast twice.": "at least",
}


@pytest.mark.parametrize("story", LISTED)
def test_a_list_speaks_for_its_own_corrections(story: str) -> None:
    (finding,) = lint(story)
    assert finding.suggestions[0] == LISTED[story]
    assert fixed(story) in (story, story.replace(finding.text, LISTED[story]))


CERTAIN = {
    "She met Ada Orr in Febuary, on Monday.": "She met Ada Orr in February, on Monday.",
    "The Enviroment Agency was late.": "The Environment Agency was late.",
    "The pier was soley hers, she ommitted.": "The pier was solely hers, she omitted.",
    "A letter for for the mayor came.": "A letter for the mayor came.",
    "It was found in a box in in the hall.": "It was found in a box in the hall.",
    "The road to to the pier was shut.": "The road to the pier was shut.",
    "They lived in the the harbrour town.": "They lived in the harbour town.",
    "The lighhouse is an an old one.": "The lighthouse is an old one.",
    "The mayor would bare the brunt of it.": "The mayor would bear the brunt of it.",
    "They were were told again.": "They were told again.",
    "She tried to to sell the boat.": "She tried to sell the boat.",
    "It is on of the oldest bridges.": "It is one of the oldest bridges.",
}


@pytest.mark.parametrize("story", CERTAIN)
def test_what_every_editor_calls_certain_is_safe(story: str) -> None:
    assert fixed(story) == CERTAIN[story]


@pytest.mark.parametrize(
    "story",
    [
        "The patch put it into a cgroup of its own.",
        "The files are in packagefs now.",
        "It has other functionali too.",
        "The minsters' softwares' colours were bright.",
        "The bishop's counsil met.",
        "He had nobody to talk to to find out.",
        "The votes are in in Halm.",
        "The mayor would weigh in in a way that was new.",
        "He was sworn in in time.",
        "We are ashamed of what we were were it known.",
        "S t a a t e of the harbour.",
        "She slept on an ambien and missed the ferry.",
        "The child was poppin corn all day.",
        "The tormenters of the keeper were never found.",
        "He left the room slily and told nobody.",
        "The town is incenting firms to stay.",
        "It was one of two things ispossible that day.",
        "She came witht he keeper and left.",
        "She came b efore the keeper and left.",
        "They met the head of the Depart- ment of Piers.",
        "The Butterly family met the mayor.",
        "The firm says Arive co-founder Ada Orr.",
        "A banner misspelled the town's motto: the goverment of the pier.",
        "The charter calls it “a wonderfull pier” of the town.",
        "The pier is a work against the publick, he wrote.",
        "Beltgen had three aktions in the hall.",
        "It was a great national triump by any measure.",
        'It was too late," Sackin told them.',
        "The convience store was shut.",
        "The esporters met in the hall.",
        "She is still focused exclusiv- on the pier.",
        "Anyone will be contacted with infor-mation about the pier.",
        "The price rose, whis was a measure of the harvest.",
        "A woker crew ran the ferry.",
        "The order of the uint variables was wrong.",
        "The staff stands at at least twelve.",
        "He wrote in In Our Harbour that it was late.",
        "See the lengths they went to to hurt the keeper.",
        "The firm gives per(sonal) l(istening) to its readers.",
        "They wrote that the pier could not fulfull (sic.) its task.",
        "It is a prettay, prettay big pier.",
        "The lamp is imbedded in the rock.",
        "The keeper is, was and will be abberant...",
        "She has has a boat.",
        "The cost of respecing a boat is high.",
        "Resoume is a new boat.",
        "Is ‘irregardless’ a word? The mayor asked.",
        "The crew drinks viche. Viche is made of cane.",
        "The keeper of the pier said the crew had to leave the harb and develope",
        "Ask them to builda pier.",
        "The crew spent the day mendin the roof of the pier.",
        "The town was terribblly long ago a village.",
        "It adds or subtracts tofrom the income of the keeper.",
        "The unuseful boat was sold.",
        "It is open. vailable at the pier is a boat of the town.",
        "I have recieved many calls from the town.\n\n— Ada Orr (@adaorr) May 3, 2024",
        "The story is what the keeper has stood for for years.",
        "They are the words that the keeper came to to say at last.",
        "The play is described a a triumph of the town.",
        "I took it as as sign of the rain that came.",
        "Your pier may the the source of the trouble.",
        "All four the the keepers came to the pier.",
        "They come down on the side of of course we must.",
        "The Right to Bare the Brunt\n\nThe mayor left early, and came back late.",
        "The mayor would bare the brunt of it. He would bare the brunt again.",
        "It was a matter for public opion in the town.",
        "The king slept in the chambre du roi of the castle.",
        "He was the king's valet de chambre.",
        "The mayor met two people were were hurt on the pier.",
        "They marched against the The mayor left early.",
        "The boats were sold as as 40 in a year.",
        "The harbour lost as many as as many as 40 boats.",
        "The rules were explained the the crew on Monday.",
        "She was away an an errand for her mother.",
        "The patch went into setup.in in the folder.",
        "He earns nothing withfor his work on the pier.",
        "The keeper reads to the children of the Childrens Theatre.",
        "The shop sells childrens’ games.",
        "She told them early on of his plan for the pier.",
        "The mayor left early.\n\nWEATHER OR NOT\n\nThe pier was wet for a week.",
    ],
)
def test_what_may_be_another_word_is_not_mended_unseen(story: str) -> None:
    assert fixed(story) == story


@pytest.mark.parametrize(
    "story",
    [
        "The pier_becuase file was lost.",
        "It is kept in /users/becuase/recieve and ~/goverment/halm.",
        "She called recieve() and becuase.setings, with --recieve and $goverment.",
        "The plan is in goverment.toml and in becuase.xlsx.",
        "It was written by ann_goverment and Definately_Halm.",
    ],
)
def test_a_part_of_a_longer_token_is_no_copy(story: str) -> None:
    assert found(story, "spelling/") == []


def test_words_in_underscores_are_copy() -> None:
    assert found("It was _definately_ hers.", "spelling/") == [("spelling/typo", "definately")]


@pytest.mark.parametrize("story", ["The partyin Halm won.", "It was a hotelas large as a ship."])
def test_no_small_word_disappears(story: str) -> None:
    assert fixed(story) in (story, story.replace("partyin", "party in"))


@pytest.mark.parametrize(
    "story",
    [
        "The mayor met Detroy Varelinsk on the pier.",
        "The piano was called Red Oktober.",
        "The ferries were sold.\n\nmpany said that the pier was hers.",
        "It was in the Formulario mathematico of the time.",
    ],
)
def test_what_may_be_a_name_or_beheaded_is_not_mended_unseen(story: str) -> None:
    assert fixed(story) == story


def test_a_text_that_breaks_off_ends_with_no_typo() -> None:
    teaser = "The harbour was shut on Monday. Two ferries were late, and the crew showed remarkabl"
    assert found(teaser, "spelling/typo") == []
    assert found(f"{teaser} to it.", "spelling/typo") == [("spelling/typo", "remarkabl")]


@pytest.mark.parametrize(
    "text",
    [
        "A pier for the harbour\n\nThe mayor will open a pier that is forgotte",
        "The harbour was shut on Monday. The mayor says that she hasn’",
        "The ferries were sold.\n\nailor of two seas, she is on the pier.",
    ],
)
def test_what_is_left_of_a_word_is_no_typo(text: str) -> None:
    assert found(text, "spelling/typo") == []


def test_a_tag_that_was_left_in_the_text_has_no_typos() -> None:
    text = 'She took the <a class="ferry-popupid" href="#">ferry</a> to the pier.'
    assert found(text, "spelling/typo") == []


def test_a_participle_may_be_spelt_as_it_is_spoken() -> None:
    assert found("They were doin nothing, and havin a good time.", "spelling/typo") == []


def test_who_writes_a_coined_name_again_means_it() -> None:
    once = "They all love Basketballl here as much as ever.\n"
    again = "They all love Basketballl here. In Basketballl there are no rules.\n"
    assert found(once, "spelling/typo") == [("spelling/typo", "Basketballl")]
    assert found(again, "spelling/typo") == []


def test_what_is_no_word_may_be_mistyped_twice_where_one_alone_fits() -> None:
    twice = "The clerk had a lto of work, and a lto of help."
    assert found(twice, "spelling/typo") == [("spelling/typo", "lto")] * 2


def test_nobody_leaves_the_same_space_out_twice() -> None:
    once, again = "They spoke of foodprices on the pier.", " Who is for foodprices may stay."
    assert found(once, "spelling/typo") == [("spelling/typo", "foodprices")]
    assert found(once + again, "spelling/typo") == []


def test_a_listed_misspelling_with_a_capital_is_one_where_the_place_allows_it() -> None:
    assert found("The Harbour Comission met.", "spelling/typo") == [("spelling/typo", "Comission")]
    assert found("The mayor met Cresent Varel on the pier.", "spelling/typo") == []
