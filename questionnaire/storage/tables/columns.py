"""Column types that many tables share."""

from datetime import datetime
from typing import Annotated

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import mapped_column

from questionnaire.storage.times import UtcDateTime

Id = Annotated[str, mapped_column(String(32), primary_key=True)]
Code = Annotated[str, mapped_column(String(64))]
Digest = Annotated[str, mapped_column(String(64))]
Path = Annotated[str, mapped_column(String(255))]
Moment = Annotated[datetime, mapped_column(UtcDateTime)]
OrganisationId = Annotated[str, mapped_column(ForeignKey("organisation.id"), index=True)]
PersonId = Annotated[str, mapped_column(ForeignKey("person.id"), index=True)]
