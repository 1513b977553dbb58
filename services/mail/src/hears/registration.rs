//! One message about one registration: keep the snapshot, plan the letters that follow from the newest.

use bus::{Failure, Hears, Work};
use chrono::{DateTime, Utc};
use proto::registration::{
    Change, Registration, RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationMissed,
    RegistrationOffered, RegistrationRepeated, RegistrationWaitlisted, RegistrationWithdrawn,
};

use crate::Mail;
use crate::planning::Occasion;
use crate::store::registration;

impl Mail {
    async fn heard(&self, work: &Work, snapshot: Registration, occasion: Occasion<'_>) -> Result<(), Failure> {
        let Some(kept) = registration::keep(&work.tx, snapshot, work.now).await? else { return Ok(()) };
        Ok(self.replan_one(work, occasion, &kept.newest, kept.before.as_ref(), None).await?)
    }

    /// The person was there from then on, or was not after all: what was said with the newest revision.
    async fn attendance(&self, work: &Work, snapshot: Registration, at: Option<DateTime<Utc>>) -> Result<(), Failure> {
        let (id, revision) = (snapshot.id, snapshot.revision);
        let Some(mut kept) = registration::keep(&work.tx, snapshot, work.now).await? else { return Ok(()) };
        if registration::note_attendance(&work.tx, id, revision, at).await? {
            kept.newest.attended = at.is_some();
        }
        let before = kept.before.as_ref();
        Ok(self.replan_one(work, Occasion::Surroundings, &kept.newest, before, None).await?)
    }
}

impl Hears<RegistrationAdmitted> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationAdmitted) -> Result<(), Failure> {
        let occasion = Occasion::Admitted { from_waiting_list: message.from_waiting_list };
        self.heard(work, message.registration, occasion).await
    }
}

impl Hears<RegistrationWaitlisted> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationWaitlisted) -> Result<(), Failure> {
        let occasion = match message.registration.undecided {
            true => Occasion::Received,
            false => Occasion::Waitlisted { position: message.position },
        };
        self.heard(work, message.registration, occasion).await
    }
}

impl Hears<RegistrationOffered> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationOffered) -> Result<(), Failure> {
        let occasion = Occasion::Offered { answer_before: message.answer_before };
        self.heard(work, message.registration, occasion).await
    }
}

impl Hears<RegistrationChanged> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationChanged) -> Result<(), Failure> {
        let (id, what) = (message.registration.id, message.what);
        self.heard(work, message.registration, Occasion::Changed).await?;
        if what == Change::Details {
            registration::note_answered(&work.tx, id, work.now).await?;
        }
        Ok(())
    }
}

impl Hears<RegistrationWithdrawn> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationWithdrawn) -> Result<(), Failure> {
        let occasion = match &message.declined {
            Some(declined) => Occasion::Declined(declined),
            None => Occasion::Withdrawn { why: message.why },
        };
        self.heard(work, message.registration, occasion).await
    }
}

impl Hears<RegistrationRepeated> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationRepeated) -> Result<(), Failure> {
        let RegistrationRepeated { registration, at, asked_for_link, answer_before } = message;
        let occasion = match asked_for_link {
            true => Occasion::AskedForLink { at },
            false => Occasion::Repeated { at, answer_before },
        };
        self.heard(work, registration, occasion).await
    }
}

impl Hears<RegistrationAttended> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationAttended) -> Result<(), Failure> {
        self.attendance(work, message.registration, Some(message.at)).await
    }
}

impl Hears<RegistrationMissed> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationMissed) -> Result<(), Failure> {
        self.attendance(work, message.registration, None).await
    }
}
