use super::*;
use crate::pages::sample;
use proptest::prelude::*;
use tables::{Cell, Sheet};

/// As Microsoft Forms writes it where nobody signs in: its own columns for name and address stand first, and say nothing.
const FORMS: &str = "\u{feff}ID,Start time,Completion time,Email,Name,Fullt navn,E-post*,Kommune,Telefon\n\
    1,3/1/27 9:00,3/1/27 9:02,anonymous,,Åse Ødegård,AASE@kommune.no ,Volda,\n\
    2,3/1/27 9:00,3/1/27 9:02,anonymous,,\"Moe, Per\",per@kommune.no,Atlantis,\n\
    3,3/1/27 9:00,3/1/27 9:02,anonymous,,Eva,,Volda,\n\
    4,3/1/27 9:00,3/1/27 9:02,anonymous,,Åse igjen,aase@kommune.no,Volda,\n";
const PINDENA: &str = "Fornavn;Etternavn;E-postadresse\nÅse;Ødegård;aase@kommune.no\n";

fn questions() -> Vec<Question> {
    sample::known()
        .event
        .sign_up
        .questions
        .iter()
        .filter(|q| !q.sensitive)
        .map(|q| Question { required: false, ..q.clone() })
        .collect()
}

const BOTH: [Form; 2] = [Form::InPerson, Form::Online];
const SAID: Said = Said { form: None, language: Language::Nn };

fn read(text: &str) -> (Table, Columns) {
    let table = Table::read(text.as_bytes()).unwrap();
    let columns = Columns::guessed(&table, Wanted { questions: &questions(), forms: &[] });
    (table, columns)
}

fn everybody((table, columns): &(Table, Columns)) -> Vec<Listed> {
    people(table, columns, Wanted { questions: &questions(), forms: &[] }, SAID)
}

#[test]
fn columns_are_found_by_what_they_are_called_and_hold() {
    let (_, columns) = read(FORMS);
    let of = |meaning| columns.of(meaning);
    assert_eq!((of(Meaning::Name), of(Meaning::Email)), (Some(5), Some(6)));
    let pindena = read(PINDENA);
    assert!(pindena.1.are_enough());
    assert_eq!(everybody(&pindena)[0].person.as_ref().unwrap().name, "Åse Ødegård");
    let (_, nothing) = read("A;B\n1;2\n");
    assert!(!nothing.are_enough());
}

#[test]
fn each_line_says_what_becomes_of_it() {
    let people = everybody(&read(FORMS));
    assert_eq!(people.iter().map(|one| one.line).collect::<Vec<_>>(), [2, 3, 4, 5]);
    assert_eq!(people[1].name, "Moe, Per");
    let none = HashSet::new();
    let of = |signed_up: &HashSet<String>, before: &HashSet<String>, left, has_waiting_list| {
        fates(&people, &Surroundings { signed_up, before, left: &|_| left, has_waiting_list })
    };
    use Fate::{Before, Full, Known, Place, Twice, Waits, Wrong};
    assert_eq!(of(&none, &none, None, true), [Place, Place, Wrong, Twice]);
    assert_eq!(of(&none, &none, Some(1), true), [Place, Waits, Wrong, Twice]);
    assert_eq!(of(&none, &none, Some(0), false), [Full, Full, Wrong, Twice]);
    let one = HashSet::from(["aase@kommune.no".to_owned()]);
    assert_eq!(of(&one, &none, None, true), [Known, Place, Wrong, Known]);
    assert_eq!(of(&none, &one, None, true), [Before, Place, Wrong, Before]);
}

#[test]
fn what_is_no_list_is_told_as_such() {
    for (bytes, wrong) in [
        (&b""[..], Wrong::Missing),
        (b"\n\n", Wrong::Missing),
        (b"Namn;E-post\n", Wrong::Nobody),
        (b"Namn;E-post\nH\xe5;x\n", Wrong::Encoding { line: 2 }),
        (b"PK\x03\x04\0\0", Wrong::Damaged),
        (b"\xd0\xcf\x11\xe0", Wrong::Locked),
        (b"Namn;E-post\n\"open;x\n", Wrong::OpenQuote { line: 2 }),
    ] {
        assert_eq!(Table::read(bytes), Err(wrong));
    }
    let many = format!("Namn;E-post\n{}", "a;b\n".repeat(501));
    assert_eq!(Table::read(many.as_bytes()), Err(Wrong::TooManyRows { most: 500 }));
    assert_eq!(Table::read(&vec![b'a'; LARGEST + 1]), Err(Wrong::TooLarge));
    let wide = format!("{}\nx\n", "a;".repeat(61));
    assert_eq!(Table::read(wide.as_bytes()), Err(Wrong::TooManyColumns { most: 60 }));
    let long = format!("Namn;E-post\n{}", format!("{};b\n", "å".repeat(300)).repeat(400));
    assert_eq!(Table::read(long.as_bytes()), Err(Wrong::TooLarge), "a page could not carry it");
}

#[test]
fn a_workbook_says_the_same_as_text() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let row = |name, email, form: &str| vec![text(name), text(email), text(form)];
    let sheet = |rows: Vec<Vec<Cell>>| {
        let head = ["Namn", "E-post", "Korleis vil du delta?"].map(ToOwned::to_owned).to_vec();
        let at = chrono::DateTime::from_timestamp(1_805_184_000, 0).unwrap();
        tables::workbook(&[Sheet { name: "Svar".to_owned(), head, rows }], "Svar", at).unwrap()
    };
    let rows = vec![
        row("Åse Ødegård", "aase@kommune.no", "Fysisk i Oslo"),
        row("Per", "per@kommune.no", "Digitalt"),
        row("Eva", "eva@kommune.no", ""),
        row("Ola", "ola@kommune.no", "kanskje"),
        row("Ida", "ida@kommune.no", "På nett"),
    ];
    let table = Table::read(&sheet(rows)).unwrap();
    let questions = questions();
    let wanted = Wanted { questions: &questions, forms: &BOTH };
    let columns = Columns::guessed(&table, wanted);
    assert_eq!(columns.of(Meaning::Form), Some(2));
    let listed = people(&table, &columns, wanted, Said { form: Some(Form::Online), ..SAID });
    let forms: Vec<_> = listed.iter().map(|one| one.form).collect();
    use Form::{InPerson, Online};
    assert_eq!(forms, [Some(InPerson), Some(Online), Some(Online), None, Some(Online)]);
    let wrong = FieldProblem { field: Field::Form, problem: Problem::NoSuchOption };
    assert_eq!(listed[3].person.as_ref().err(), Some(&wrong));
    let none = HashSet::new();
    let left = |form| if form == Some(InPerson) { Some(0) } else { Some(2) };
    let around = Surroundings { signed_up: &none, before: &none, left: &left, has_waiting_list: false };
    assert_eq!(fates(&listed, &around), [Fate::Full, Fate::Place, Fate::Place, Fate::Wrong, Fate::Full]);
    // Where there is one way of taking part, no column says which.
    assert_eq!(Columns::guessed(&table, Wanted { forms: &[], ..wanted }).of(Meaning::Form), None);
    let many = (0..501).map(|_| row("a", "b", "")).collect();
    assert_eq!(Table::read(&sheet(many)), Err(Wrong::TooManyRows { most: 500 }));
    assert_eq!(Table::read(&sheet(Vec::new())), Err(Wrong::Nobody));
}

proptest! {
    #[test]
    fn what_a_page_carries_is_what_was_read(text in "[a-zåæø;\"\n\t'=@]{0,80}") {
        if let Ok(table) = Table::read(text.as_bytes()) {
            let brought = Table::brought(&table.carried().replace('\n', "\r\n")).expect("a table");
            prop_assert_eq!(&brought.head, &table.head);
            prop_assert_eq!(brought.rows.len(), table.rows.len());
            prop_assert_eq!(brought.rows.first().map(|row| row.line), table.rows.first().map(|row| row.line));
        }
    }

    #[test]
    fn nothing_is_too_strange_to_be_brought(text in "(?s).{0,120}") {
        let _ = Table::brought(&text);
        let _ = Table::read(text.as_bytes());
    }
}
