use super::*;

const TEAMS: &str = "1. Summary\r\nMeeting title\tTorget som arbeidsplass\r\nAttended participants\t3\r\nStart time\t3/16/27, 9:58:03 AM\r\n\r\n2. Participants\r\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\nNordmann, Kari\t3/16/27, 9:58:03 AM\t3/16/27, 11:00:01 AM\t1h 1m 58s\tKari@kommune.example\tkari@kommune.example\tOrganizer\r\nÅse Moe (Guest)\t3/16/27, 9:59:00 AM\t3/16/27, 10:20:00 AM\t21m\t\t\tPresenter\r\n=HYPERLINK(\"https://vond.example\")\t3/16/27, 9:59:00 AM\t3/16/27, 10:20:00 AM\t21m\t\t\tAttendee\r\n\r\n3. In-Meeting Activities\r\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\nNordmann, Kari\t3/16/27, 9:58:03 AM\t3/16/27, 11:00:01 AM\t1h\tkari@kommune.example\tOrganizer\r\n";

const ZOOM: &str = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n987 654,\"Torget, som arbeidsplass\",03/16/2027 09:58:00 AM,03/16/2027 11:00:00 AM,vert@example.no,62,2\n\n\"Name (Original Name)\",\"User Email\",\"Join Time\",\"Leave Time\",\"Duration (Minutes)\",\"Guest\"\n\"Kari N (Kari Nordmann)\",kari@kommune.example,03/16/2027 09:58:00 AM,03/16/2027 10:10:00 AM,12,No\n\"Kari N (Kari Nordmann)\",KARI@kommune.example,03/16/2027 10:12:00 AM,03/16/2027 11:00:00 AM,48,No\nÅse Moe,,03/16/2027 09:59:00 AM,03/16/2027 11:00:00 AM,61,Yes\n";

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

fn listed(name: &str, before: Option<&str>, email: Option<&str>) -> Listed {
    Listed { name: name.to_owned(), before: before.map(str::to_owned), email: email.map(str::to_owned) }
}

#[test]
fn a_list_of_teams_is_read_in_the_languages_it_is_written_in() {
    let expected = [
        listed("Nordmann, Kari", None, Some("kari@kommune.example")),
        listed("Åse Moe (Guest)", None, None),
        listed("=HYPERLINK(\"https://vond.example\")", None, None),
    ];
    assert_eq!(read(&utf16(TEAMS)).unwrap(), expected);
    let norwegian = TEAMS
        .replace("1. Summary", "1. Sammendrag")
        .replace("2. Participants", "2. Deltakere")
        .replace("3. In-Meeting Activities", "3. Aktiviteter i møtet")
        .replace(
            "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
            "Navn\tFørste deltakelse\tSiste avslutning\tVarighet i møtet\tE-post\tDeltaker-ID (UPN)\tRolle",
        );
    assert_eq!(read(&utf16(&norwegian)).unwrap(), expected);
    let swedish = TEAMS
        .replace("1. Summary", "1. Sammanfattning")
        .replace("2. Participants", "2. Deltagare")
        .replace("3. In-Meeting Activities", "3. Aktiviteter under mötet")
        .replace(
            "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
            "Namn\tFörsta anslutning\tSista utträde\tTid i mötet\tE-postadress\tDeltagar-ID (UPN)\tRoll",
        );
    assert_eq!(read(&utf16(&swedish)).unwrap(), expected);
    // As it is after somebody has saved it anew.
    assert_eq!(read(TEAMS.as_bytes()).unwrap(), expected);
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(TEAMS.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(read(&big).unwrap(), expected);
    assert_eq!(read(&utf16(TEAMS)[2..]).unwrap(), expected);
}

#[test]
fn a_list_of_zoom_names_everybody_once() {
    let expected =
        [listed("Kari N", Some("Kari Nordmann"), Some("kari@kommune.example")), listed("Åse Moe", None, None)];
    assert_eq!(read(ZOOM.as_bytes()).unwrap(), expected);
    assert_eq!(read(format!("\u{feff}{ZOOM}").as_bytes()).unwrap(), expected);
    let people = &ZOOM[ZOOM.find("\"Name").unwrap()..];
    assert_eq!(read(people.as_bytes()).unwrap(), expected);
    let account = "Name\tEmail\tParticipant ID (UPN)\nKari\t\tkari@kommune.example\n";
    assert_eq!(read(account.as_bytes()).unwrap(), [listed("Kari", None, Some("kari@kommune.example"))]);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_nothing_else_is_taken() {
    let latin: Vec<u8> =
        "Name,Email\nKari,k@x.example\nÅse,\n".chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let cut = utf16("Name\tEmail\nKari\tk@x.example\n");
    let cases: [(&[u8], Vec<Wrong>); 12] = [
        (b"", vec![Wrong::Empty]),
        (b"Name,Email\n", vec![Wrong::Empty]),
        (&latin, vec![Wrong::Encoding { line: 3 }]),
        (&cut[..cut.len() - 1], vec![Wrong::Encoding { line: 2 }]),
        (b"PK\x03\x04\0\0\0", vec![Wrong::Encoding { line: 1 }]),
        (b"Name,Email\n\"Kari,k@x.example\n", vec![Wrong::OpenQuote { line: 2 }]),
        (b"\nPris,Vare\n1,2\n", vec![Wrong::NoHeading { line: 2 }]),
        (b"Name\nKari\n", vec![Wrong::NoHeading { line: 1 }]),
        (b"1. Summary\n3. In-Meeting Activities\nName,Email\nKari,\n", vec![Wrong::NoSection]),
        (
            b"Name,Email\nKari\nOla,o@x.example,9,9\n",
            vec![Wrong::Columns { line: 2, found: 1, expected: 2 }, Wrong::Columns { line: 3, found: 4, expected: 2 }],
        ),
        (b"Name,Email,Role\n,,Guest\n", vec![Wrong::Nameless { line: 2 }]),
        (b"Name,Email\nKari,k@x.example\nOla,ikkje ei adresse\n", vec![Wrong::Address { line: 3 }]),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read(bytes), Err(expected), "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(read(&vec![b'a'; LARGEST + 1]), Err(vec![Wrong::TooLarge]));
    assert_eq!(
        read(
            "Name,Email\n"
                .to_owned()
                .as_bytes()
                .iter()
                .chain("Kari\n".repeat(50).as_bytes())
                .copied()
                .collect::<Vec<u8>>()
                .as_slice()
        )
        .unwrap_err()
        .len(),
        MOST_TOLD
    );
}
