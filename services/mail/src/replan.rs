//! What another programme, or another form of the event, means for one person, and what of it is still to be told.

use chrono::{DateTime, Utc};
use proto::PoolId;
use proto::event::{Event, Form};
use proto::registration::{Chosen, Moved, Registration, RegistrationReplanned};
use serde::{Deserialize, Serialize};

use crate::agenda::{self, Session};
use crate::told::{self, Difference, Told};

/// What was said about it, kept with the letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Replan {
    /// Of the programme; absent when only the form of attendance is another.
    pub version: Option<u32>,
    pub moved: Vec<Moved>,
    pub gone: Vec<Chosen>,
    /// Pairs between which the person has to choose.
    pub clashes: Vec<(PoolId, PoolId)>,
    /// Pairs between which nobody chose in time: the first is kept, the second is not.
    pub settled: Vec<(PoolId, PoolId)>,
    pub answer_before: Option<DateTime<Utc>>,
    pub form_before: Option<Form>,
    /// What had been told when the letter was planned.
    pub since: Option<Box<Told>>,
}

impl Replan {
    /// As it was heard, and what had been told until then.
    pub(crate) fn heard(message: RegistrationReplanned, since: Option<&Told>) -> Self {
        let RegistrationReplanned { version, moved, gone, clashes, answer_before, form_before, .. } = message;
        // Without a time to answer before, it has been decided.
        let (clashes, settled) = if answer_before.is_some() { (clashes, Vec::new()) } else { (Vec::new(), clashes) };
        let since = since.cloned().map(Box::new);
        Self { version, moved, gone, clashes, settled, answer_before, form_before, since }
    }

    /// Which of several letters: one for a version of the programme, and one for what was decided when nobody chose.
    pub(crate) fn rule(&self, registration: &Registration) -> String {
        match self.version {
            Some(_) if !self.settled.is_empty() => format!("s{}", registration.revision),
            Some(version) => format!("v{version}"),
            None => format!("f{}", registration.revision),
        }
    }

    /// Both in one letter, whichever was heard first.
    pub(crate) fn merged(self, other: Self) -> Self {
        let (earlier, later) = match other.version < self.version {
            true => (other, self),
            false => (self, other),
        };
        let mut moved = earlier.moved;
        moved.extend(later.moved);
        let mut gone = earlier.gone;
        gone.extend(later.gone);
        let mut settled = earlier.settled;
        settled.extend(later.settled);
        Self {
            version: later.version.or(earlier.version),
            moved,
            gone,
            clashes: later.clashes,
            settled,
            answer_before: later.answer_before,
            form_before: earlier.form_before.or(later.form_before),
            since: earlier.since.or(later.since),
        }
    }

    /// What of it is to be told now, together with everything else that is different from `since`, or from what was told
    /// last. Nothing that has been taken back, and nothing that the person has settled already.
    pub(crate) fn news(&self, now: Now<'_>) -> News {
        let Now { since, last, event, registration, now } = now;
        let language = registration.language;
        let mut own = agenda::held(event, registration, language);
        // Whoever waits for it plans with it too, and may have to choose between it and what they have.
        own.extend(agenda::waited_for(event, registration, language));
        let theirs = |pool: PoolId| own.iter().find(|session| session.pool == pool);
        let taken: Vec<PoolId> = self.gone.iter().map(|gone| gone.pool_id).chain(self.released()).collect();
        let mut differences = told::news(since, last, event, registration, &taken);
        // What nobody was told of before it happened.
        let base = since.or(last);
        let untold = |pool: PoolId| base.is_none_or(|told| told.sessions.iter().all(|session| session.pool != pool));
        let mut seen = Vec::new();
        for moved in self.moved.iter().filter(|moved| untold(moved.now.pool_id)) {
            let old = Session::chosen(&moved.before, language);
            if let Some(new) = theirs(old.pool).filter(|new| !seen.contains(&new.pool) && old.has_moved(new)) {
                seen.push(old.pool);
                differences.push(Difference::Moved { old, new: new.clone() });
            }
        }
        for gone in self.gone.iter().filter(|gone| untold(gone.pool_id)) {
            let session = Session::chosen(gone, language);
            if theirs(session.pool).is_none() && !seen.contains(&session.pool) {
                seen.push(session.pool);
                differences.push(Difference::Gone { session });
            }
        }
        for (kept, released) in &self.settled {
            let label = |pool: &PoolId| {
                let pool = event.choices().find(|other| other.id == *pool)?;
                Some(pool.label.get(language).to_owned())
            };
            if let (Some(kept), Some(released), None) = (label(kept), label(released), theirs(*released)) {
                differences.retain(|other| !matches!(other, Difference::Gone { session } if session.label == released));
                differences.push(Difference::Settled { kept, released });
            }
        }
        if let (Some(before), Some(form)) = (self.form_before, agenda::form(event, registration))
            && before != form
        {
            // With it goes the place, which stands below.
            differences.retain(|other| !matches!(other, Difference::Place { .. }));
            differences.insert(0, Difference::Form { old: word(before), new: word(form) });
        }
        let open = self.answer_before.is_none_or(|until| now < until);
        let both = |(one, other): &(PoolId, PoolId)| Some((theirs(*one)?.clone(), theirs(*other)?.clone()));
        let clashes = self.clashes.iter().filter(|_| open).filter_map(both).collect();
        News { differences, clashes }
    }

    fn released(&self) -> impl Iterator<Item = PoolId> {
        self.settled.iter().map(|(_, released)| *released)
    }
}

/// How things stand when a letter about it is made.
#[derive(Clone, Copy)]
pub(crate) struct Now<'a> {
    pub since: Option<&'a Told>,
    pub last: Option<&'a Told>,
    pub event: &'a Event,
    pub registration: &'a Registration,
    pub now: DateTime<Utc>,
}

/// What is to be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct News {
    pub(crate) differences: Vec<Difference>,
    pub(crate) clashes: Vec<(Session, Session)>,
}

impl News {
    pub(crate) fn is_empty(&self) -> bool {
        self.differences.is_empty() && self.clashes.is_empty()
    }
}

/// The end of the key of the words for it.
const fn word(form: Form) -> &'static str {
    match form {
        Form::InPerson => "in-person",
        Form::Online => "online",
    }
}
