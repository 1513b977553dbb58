//! Taking people in: each signs up at the desk, in the order of the list.

use super::key;
use crate::address::normalised;
use crate::app::App;
use crate::desk::errand::{Errand, Outcome, Person, SignUp};
use crate::foreign_list::{Fate, Listed};
use crate::pages::event::Known;
use crate::pages::sent::content;
use futures::future::join_all;
use host::{Error, Organiser};
use proto::event::Form;
use proto::registration::State;

/// People in one transaction: others come to the desk meanwhile.
const TOGETHER: usize = 50;

/// What became of each of them. Nothing is lost where the desk cannot answer: the same list can be taken in again.
pub(super) async fn take_in(
    app: &App,
    organiser: &Organiser,
    known: &Known,
    mut listed: Vec<(Listed, Fate)>,
) -> Result<Vec<(Listed, Fate)>, Error> {
    for some in listed.chunks_mut(TOGETHER) {
        let is_meant = |fate: Fate| matches!(fate, Fate::Place | Fate::Waits | Fate::Full);
        let meant = some.iter_mut().filter(|(_, fate)| is_meant(*fate));
        let asked = meant.filter_map(|(listed, fate)| Some(((listed.person.clone().ok()?, listed.form), fate)));
        let (people, fates): (Vec<(Person, Option<Form>)>, Vec<&mut Fate>) = asked.unzip();
        let errands = people.into_iter().map(|(person, form)| {
            let key = key(app, known, &normalised(&person.email));
            let party = vec![person];
            let form = SignUp { key, content: content(form, &party), form, party };
            app.desk.ask(known.event.id, Errand::Add { form, by: organiser.account })
        });
        for (outcome, fate) in join_all(errands).await.into_iter().zip(fates) {
            *fate = match outcome {
                Ok(Outcome::SignedUp(placed)) => match placed.first() {
                    Some(placed) if placed.repeated => Fate::Known,
                    Some(placed) if placed.state == State::Waiting => Fate::Waits,
                    _ => Fate::Place,
                },
                Ok(Outcome::SameKeyOtherContent) => Fate::Before,
                Ok(Outcome::Refused(_)) => Fate::Full,
                Ok(Outcome::Done(_)) | Err(_) => return Err(Error::Busy),
            };
        }
    }
    Ok(listed)
}
