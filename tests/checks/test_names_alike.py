"""Names that look like one another and are right: nothing may be said of any of them."""

from __future__ import annotations

import pytest

from tests.builders import found, lint

QUIET = {
    "a land, its people and their tongue": """\
The Uyghurs of the north trade with Mohammad al-Uyghuri. Nova Scotians welcomed the Nova Scotian
team, and the Nova Scotians cheered. A Little Leaguer was hurt; the Little League is sorry.
""",
    "a name written by another table": """\
Oleksiy Arestovich had lunch with Valeriy Zaluzhniy. Mikhailo Podolyak paid for it.
""",
    "acronyms": """\
The Actors' League of Outer New York (ALBONY) met the Centre for Advice on Eggs (CASEES).
""",
    "given names as parents like them": """\
Dameon Harwick threw the ball to Jorgan Ellsworth. The referee was Manie Coetsee. Hamlington says
that the pier will close.
""",
    "plurals of lands": """\
The two Russias of the poet never met. He had seen both Ukraines, and many Egypts were in his head.
""",
    "a land and its people": """\
Kashmir was calm yesterday. Kashmiri traders opened their shops, and Kashmiris came to Kashmir’s
lakes again. "Kashmir is our home," said a Kashmiri.
""",
    "a husband and a wife": """\
Vladimir Putin came with Lyudmila Putina. Putin made a speech and Putina listened. When Putin left,
Putina stayed.
""",
    "other Slavic couples": """\
Adam Malinowski and Ewa Malinowska own the bakery. Malinowski bakes and Malinowska sells. Next door
Ivan Petrov mends shoes; Anna Petrova polishes them. Petrov is tall. Petrova is not.
""",
    "a country, its people, and another": """\
Austria lost to Australia. Austrian fans wept, Australian fans sang. Austria's coach, an Austrian,
said that Australia’s coach was no Australian.
""",
    "countries one letter apart": """\
Gambia has signed the treaty and Zambia has not. Gambia's neighbours followed. In Zambia nobody did.
Iran sent a minister. Iraq sent two. Iran's minister left before Iraq’s.
Slovakia sent an envoy. Slovenia sent none. Slovakia and Slovenia are often taken for each other.
Niger is dry. Nigeria is not. A Nigerian farmer sold Niger his maize; Nigeria's others did not.
""",
    "countries in one line": """\
Delegates of Iran, Iraq, Slovakia, Slovenia, Niger, Nigeria, Gambia and Zambia had lunch.
""",
    "a family name before and a given name within": """\
The panel asked Gweon Young-ho and Park Geon Mi for the rent of the boathouse. Neither paid it.
""",
    "side by side": """\
The firm of Harlan and Harlen has closed. Nobody could tell Harlan from Harlen.
""",
    "both introduced": """\
Peter Johnson of Leeds and Mark Johnston of Hull shared the prize. Johnson said he would give his
half away; Johnston said that he would not. Johnson's wife laughed at Johnston’s joke.
""",
    "two people of different given names": """\
Ellen Clark sold the house. Stephen Clarke bought it. Clark thought it cold and Clarke liked it.
When Clark left, Clarke lit the fire.
""",
    "a family": """\
Mikael Sandrell and his daughter Mikaela Sandrell live by the lake. Mikael paints and Mikaela sings.
"Mikaela is better," says Mikael.
""",
    "twins": """\
Carlo Brenti and Carla Brenti are twins. Carlo is older and Carla taller. Carlo Brenti won the first
race, Carla Brenti the second.
""",
    "three of a family": """\
Martin Ellwood married Martina Ellwood. Their son is Marty Ellwood. Martin cooks, Martina sails, and
Marty does neither.
""",
    "two clubs": """\
Ostrey (4-4-2): Alder; Bauer, Hansen, Olsen, Reid; Larsen, Moore, Petersen, Clark; Nilsson, Evans.
Kelvanby (4-3-3): Reed; Hanson, Baier, Olson, Evens; Larson, Moor, Pedersen; Clarke, Nilson, Jensen.
""",
    "results": """\
100 metres: 1. A. Hansen 10.31, 2. B. Hanson 10.37, 3. C. Jensen 10.40, 4. D. Jansen 10.44.
""",
    "schools of thought": """\
Marx was no Marxist. Marxists wrote of Marxism. Islamists say that Islamism is Islamic.
""",
    "plurals": """\
Ms Walker met the Walkers. Walker liked them. The Londoner moved among Londoners in London.
""",
    "peoples": """\
A Serb met Serbs and Serbians in Serbia. An Israeli met Israelis in Israel. A Croat left Croatia for
Chechnya, where Chechens met a Chechen. An Iraqi, two Iraqis, an Afghan and three Afghans came.
""",
    "particles": """\
Ruud van der Beltgen was late. Van der Beltgen’s cousin, Marco Vander Beltgen, was not.
""",
    "two apostrophes": """\
Sean O'Halvan signed, and O’Halvan’s lawyer did so too. "O'Halvan's pen was dry," she said.
""",
    "Mac and Mc": """\
Liam MacDorrell and Ian McDorrell ran. MacDorrell won. McDorrell fell.
""",
    "particles of other languages": """\
Omar al-Tarvik met Pia de la Torvik. Al-Tarvik smiled and de la Torvik frowned.
""",
    "two titles": """\
Judge Harlan opened the case and Senator Harlin closed his. Judge Harlan had slept; Senator Harlin
had not.
""",
    "two full names of nearly one sound": """\
Anna Halloway and Kate Holloway live in one street. Halloway sings; Holloway does not.
""",
    "private people who resemble the famous": """\
Ana Bartom keeps goats. Celia Dionn, her neighbour, keeps bees, and Brett Pitz keeps quiet.
""",
    "a compound of two names": """\
Lena Drovnik and Max Obodai signed the Drovnik-Obodai pact. Drovnik's pen was dry.
""",
    "family names first": """\
Xi Jinping and Kim Jong-un met. Xi’s daughter Xi Mingze met Kim's late father, Kim Jong-il, once.
""",
    "names that are brands and nicknames": """\
Traders of Liffe and of Yukos met Spidey from Addaction. Ponting and Hass came too.
""",
    "villages that look like surnames": """\
Two shepherds were found near Jannata, in the hills. A convoy was held up in Baure, and snow
fell in Constantina.
""",
    "known names of which a word is nearly another": """\
Troops held the Philadelphi Corridor. Arabia’s papers and Al Arabiya said so,
and Arabia slept.
""",
    "lands that few know, and their people": """\
Ambazonian elders met in Anguilla. Their Anguillian hosts spoke of Anguilla’s harbours.
""",
    "words of other languages": """\
"Los Rusos", the gang was called on Radyo Pilipinas. Bourgogne-Franche-Comté is in France; France
knows.
""",
    "ships, probes and drones": """\
The tanker Marinera sailed. SpaceX has nothing to do with SpaDeX, which India built.
""",
    "real spellings of one name": """\
Edgard Leblanc voted for it, Muhammed Yusuf against it. Brad Sigmon and Khamis Abbakar were away.
""",
    "a genitive without its apostrophe beside another word of the land": """\
Two Bosniaks came. In El Salvador, a Salvadoran asked after El Salvadors harbours.
""",
    "plurals of surnames near to other names": """\
The Bollings own the mill. Nobody had asked the Marquezs.
""",
    "somebody who is called nearly as a land is": """\
Grace Angala teaches history. Her first book is about Angola.
""",
    "a member of a group of many": """\
The Three Percenters marched. The Three Percenters sang. One Three Percenter was hoarse.
""",
    "given names of a census, though another is known with the surname": """\
Michael Porter hired Micheal Clemons as a guard. Michael was content.
""",
    "short names in brackets, relatives and lists": """\
The trustee (Vistra) signed. His wife, Mairo, did not. Shops in Munessa, Collee, Shirkanu and
elsewhere were shut. Manal Shehabi bought bread before that.
""",
    "initials run together, and numbers": """\
The chair went to MJR Contant of the hospital. The sheet had the columns Germany8, India8 and
Latin America8. Pardeep Kumar wept.
""",
    "what is explained, companies and initials": """\
Ostrey bought Rizing, a consultancy, and the company Greyter. Ataccama Corporation was too dear.
The Ann B. Raether Professor of Music was glad of it, and so was Kim Harrisberg.
""",
    "names that the book has just so": """\
The Press Council met. The press of Agence France-Presse had no comment.
""",
    "what people are called by abroad": """\
MLA Shri Rajesh Varel met Shri Ramesh Ostrin.
""",
    "a name by Ukraine's own table": """\
The windows are taped, and Mariia has gone.
""",
    "coined and so-called names": """\
He told The LAist about the so-called Wagatha Christie trial.
""",
    "endings that families spell both ways": """\
Stanley Blumenfield is the judge.
""",
    "a given name and a family name": """\
Menno Koolhaas swam well. Asha Menon, who came second, praised him. Menon will swim again.
""",
    "names and ordinary words": """\
Minister Ola Berg prayed in York Minster. Chris Ellwood went to Christ Church with the Guardian's
guardians. Sally Bronk read Broken Things.
""",
}


@pytest.mark.parametrize("trap", QUIET)
def test_a_trap_is_not_sprung(trap: str) -> None:
    story = QUIET[trap]
    assert found(story, "names/") == []
    assert found(story.replace(", ", ",\n"), "names/") == []  # as copy is broken by hand


SHIELDED = {
    "story.txt": [
        "See https://ostrey.example/Varelnisk or www.varelnisk.example/recieve today.",
        "Write to varelnisk@ostrey.example or recieve@ostrey.example today.",
        "Ask @Varelnisk about #Varelnisk and #recieve today.",
        "Open Varelnisk.pdf, recieve.txt and goverment.com today.",
        "Varelnisk [sic] wrote “recieve” [sic] and goverment (sic) today.",
        "“Varelnisk” [sic] it said, and “I recieve [sic] it” stood below.",
    ],
    "story.md": [
        "Type `Varelnisk recieve` today.",
        "```\nVarelnisk recieve the the\n```",
        "[here](https://ostrey.example/Varelnisk/recieve 'ok')",
        "<!-- Varelnisk recieve the the -->",
    ],
}


@pytest.mark.parametrize(
    ("path", "line"), [(path, line) for path, lines in SHIELDED.items() for line in lines]
)
def test_what_is_not_prose_is_left_alone(path: str, line: str) -> None:
    story = (
        f"Jonna Varelinsk sold them. Varelinsk wept. Varelinsk left. Varelinsk is rich.\n\n{line}\n"
    )
    assert lint(story, path) == []
